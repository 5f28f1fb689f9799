/** The seal of an actor: its bloc's shape and colour with its initials; state is shown by fill and outline, not colour alone. */

import { name } from '../text.ts';
import { actorOf, blocColours, blocOf } from '../world.ts';
import { shapePath } from './bloc-shape.ts';

export type SealLook = 'full' | 'outline' | 'open' | 'you';

/** Up to this size, pixels, the initials fill the seal, to be read at all. */
const SMALL = 22;

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
    <svg
      class={`seal seal-${look} ${size <= SMALL ? 'seal-small' : ''}`}
      width={size}
      height={size}
      viewBox="-2 -2 44 44"
      style={blocColours(id)}
      {...said}
    >
      <title>{name(id, 'actor')}</title>
      {look === 'you' && <rect class="seal-ring" x="-1" y="-1" width="42" height="42" rx="7" />}
      <path class="seal-shape" d={shapePath(bloc?.shape)} />
      <text class="seal-text" x="20" y="26.4" text-anchor="middle">
        {initials}
      </text>
    </svg>
  );
}
