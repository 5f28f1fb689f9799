/** The seal of an actor: its bloc's shape and colour with its initials; state is shown by fill and outline, not colour alone. */

import { name } from '../text.ts';
import { actorOf, blocColours, blocOf } from '../world.ts';

export type SealLook = 'full' | 'outline' | 'open' | 'you';

const SHAPES: Readonly<Record<string, string>> = {
  circle: 'M20 3a17 17 0 1 1 0 34a17 17 0 1 1 0-34z',
  square: 'M7 3h26a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z',
  hexagon: 'M20 2l15.6 9v18L20 38L4.4 29V11z',
  triangle: 'M20 2l19 34H1z',
  diamond: 'M20 1l19 19-19 19L1 20z',
};

export function Seal({
  id,
  look = 'full',
  size = 32,
  named = false,
}: {
  id: string;
  look?: SealLook;
  size?: number;
  named?: boolean;
}) {
  const bloc = blocOf(id);
  const initials = actorOf(id)?.initials ?? name(id).slice(0, 2).toUpperCase();
  const said = named ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': name(id, 'actor') };
  return (
    <svg class={`seal seal-${look}`} width={size} height={size} viewBox="-2 -2 44 44" style={blocColours(id)} {...said}>
      <title>{name(id, 'actor')}</title>
      {look === 'you' && <rect class="seal-ring" x="-1" y="-1" width="42" height="42" rx="7" />}
      <path class="seal-shape" d={SHAPES[bloc?.shape ?? 'hexagon']} />
      <text class="seal-text" x="20" y="26.4" text-anchor="middle">
        {initials}
      </text>
    </svg>
  );
}
