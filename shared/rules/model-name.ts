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
    ...sortedKeys(shown).flatMap((id) => (shown[id]?.by === known.seat ? [shown[id]] : [])),
  ];
  const names = new Set(models.map((model) => model?.name ?? ''));
  const best = models.reduce(
    (first, model) => ((model?.capabilityMilli ?? 0) > (first?.capabilityMilli ?? 0) ? model : first),
    models[0],
  );
  if (best === undefined) return 'V1';
  let name = following(best.name);
  while (names.has(name)) name = following(name);
  return name;
}

function following(name: string): string {
  const [, stem = name, digits] = LAST_NUMBER.exec(name) ?? [];
  const number = Number(digits ?? 1);
  const sized = number >= LEAST_SIZE;
  const version = sized ? 2 : Math.floor(number) + 1;
  const apart = digits === undefined || sized ? ' ' : name.slice(stem.length, name.lastIndexOf(digits));
  return `${stem.slice(0, MOST_NAME_CHARS - 4)}${apart}${version}`;
}
