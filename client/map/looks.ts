/** The look of blocs, and the one of everything that belongs to none. */
import type { Look } from './types.ts';

/** Sites and flows of no bloc: six sides, ticks, grey. */
export const NOT_ALIGNED: Look = { colourDay: '#57626A', colourNight: '#A9B6BC', shape: 'hexagon', pattern: 'ticks' };

export function lookOf(bloc: Look | undefined | null): Look {
  if (!bloc) return NOT_ALIGNED;
  const { colourDay, colourNight, shape, pattern } = bloc;
  return { colourDay, colourNight, shape, pattern };
}
