/** The name that a lab's next model is offered: that of its best one, a whole number further. */
import { sortedKeys } from '../util/ids.ts';
import { ownOf } from './know.ts';
import type { Known } from './order-kind.ts';

/** Numbers from here on are sizes, as in 175B, and no versions. */
const LEAST_SIZE = 20;
const LAST_NUMBER = /^(.*?)[\s-]*(\d+(?:\.\d+)?)\D*$/u;
/** Characters of a name that a model may have. */
export const MOST_NAME_CHARS = 24;

/** "GPT-4 Turbo" gives "GPT-5", "PaLM" gives "PaLM 2", and a lab without a model begins with V1. */
export function nextName(known: Known): string {
  const own = ownOf(known).models;
  const shown = known.state.models;
  const models = [
    ...sortedKeys(own).map((id) => own[id]),
    ...Object.keys(shown)
      .filter((id) => shown[id]?.by === known.seat)
      .sort()
      .map((id) => shown[id]),
  ];
  const names = new Set(models.map((model) => model?.name ?? ''));
  const best = models.reduce(
    (first, model) => ((model?.capabilityMilli ?? 0) > (first?.capabilityMilli ?? 0) ? model : first),
    models[0],
  );
  if (best === undefined) return 'V1';
  const [, stem = best.name, digits] = LAST_NUMBER.exec(best.name) ?? [];
  const number = Number(digits ?? 1);
  const sized = number >= LEAST_SIZE;
  const apart = digits === undefined || sized ? ' ' : best.name.charAt(stem.length).replace(/\d/u, '');
  const named = (version: number): string => `${stem.slice(0, MOST_NAME_CHARS - 4)}${apart}${version}`;
  let version = sized ? 2 : Math.floor(number) + 1;
  while (names.has(named(version))) version += 1;
  return named(version);
}
