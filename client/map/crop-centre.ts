/** Which part of the map a narrow screen shows first: that of the own bloc. Points are map pixels at zoom 1. */
import { type MapPoint, project } from './projection.ts';
import type { MapNode } from './types.ts';

/** The bent projection's middle, from Guizhou to Japan with the straits: shown to those at home there, and to spectators. */
export const EAST_ASIA: MapPoint = project(117.5, 29);
/** Half of what a narrow screen shows across. */
const REACH_PX = 190;

const middle = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2;

/** The middle of the own bloc's sites around the own seal, unless the seal is in sight of East Asia. */
export function cropCentre(nodes: readonly MapNode[]): MapPoint {
  const own = nodes.find(({ you }) => you);
  if (own === undefined || Math.abs(own.at[0] - EAST_ASIA[0]) < REACH_PX) return EAST_ASIA;
  const home = nodes.filter(
    ({ at, aligned, kind, look }) =>
      aligned && kind !== 'demand' && look.colourDay === own.look.colourDay && Math.abs(at[0] - own.at[0]) < 2 * REACH_PX,
  );
  return [middle(home.map(({ at }) => at[0])), middle(home.map(({ at }) => at[1]))];
}
