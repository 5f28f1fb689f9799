/**
 * What a bot likes to work on, drawn once for a match: some technologies are not its way, others are dear to it. Without it
 * all labs of a table would learn the same things in the same order, and nobody could tell them apart.
 */
import { draw } from '../util/keyed-random.ts';

/** Weight of a technology to a bot: 1 is its plain worth, 0 is not its way. */
export type Agenda = (tech: string) => number;

/** Who plays for a person has no taste of its own. */
export const NO_AGENDA: Agenda = () => 1;

/** Share of technologies that are not a bot's way (T: as far from a must as from chance). */
const PASSED_OVER = 0.15;
/** Weights of the others lie evenly between these, with a mean near 1 over all. */
const LEAST = 0.5;
const MOST = 1.8;

/** `key` lasts for the match and must not be derived from what the seat may not know. */
export function agendaOf(key: string): Agenda {
  const drawn = new Map<string, number>();
  return (tech) => {
    let weight = drawn.get(tech);
    if (weight === undefined) {
      const place = (draw(key, tech) - PASSED_OVER) / (1 - PASSED_OVER);
      weight = place < 0 ? 0 : LEAST + (MOST - LEAST) * place;
      drawn.set(tech, weight);
    }
    return weight;
  };
}
