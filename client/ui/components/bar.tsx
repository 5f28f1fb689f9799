/** A bar of a share in a bloc's colour and pattern; the figure always stands beside it. */
import { blocColours, blocOf } from '../world.ts';

export function Bar({
  share,
  bloc,
  from = 0,
  class: more = '',
}: {
  share: number;
  bloc: string | null;
  from?: number;
  class?: string;
}) {
  const clamp = (value: number): number => Math.min(1, Math.max(0, value));
  const pattern = blocOf(bloc)?.pattern ?? 'solid';
  return (
    <span class={`bar ${more}`} style={blocColours(bloc)} aria-hidden="true">
      <span
        class={`bar-fill pattern-${pattern}`}
        style={{ left: `${clamp(from) * 100}%`, width: `${Math.max(0, clamp(share) - clamp(from)) * 100}%` }}
      />
    </span>
  );
}
