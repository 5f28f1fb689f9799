/** Release: put a finished model on the board, by open weights, by API, or both, at a price. */
import { z } from 'zod';
import type { Model } from '../../state/schema.ts';
import { sortedKeys } from '../../util/ids.ts';
import { byOrder, record } from '../entries.ts';
import { bestModel, blocOf, isLab, ownOf, parameterOf } from '../know.ts';
import type { Known, OrderKind } from '../order-kind.ts';
import { addOpenness, addToCommons, retireModels } from '../phases/release.ts';
import { open, own } from '../turn.ts';
import { WAYS } from '../ways.ts';
import { no, worded } from './reject.ts';

/** Prices that candidates ask: the going one, and that of a price war (facts.md S16; T). */
const PRICES_PERMILLE = [1000, 400];

const schema = z.strictObject({
  kind: z.literal('release'),
  model: z.string().max(100),
  way: z.enum(WAYS),
  pricePermille: z.int().min(100).max(3000),
});
export type ReleaseOrder = z.infer<typeof schema>;

const released = (known: Known): string[] =>
  sortedKeys(known.state.models).filter((id) => known.state.models[id]?.by === known.seat);
const find = (known: Known, id: string): Model | undefined =>
  ownOf(known).models[id] ?? (known.state.models[id]?.by === known.seat ? known.state.models[id] : undefined);

/** What may be done anew with a model that is out: its weights opened, another price asked. */
function renewals(model: Model): ReleaseOrder[] {
  const { id, pricePermille } = model;
  const list: ReleaseOrder[] = [];
  if (!model.open) list.push({ kind: 'release', model: id, way: 'both', pricePermille });
  if (!model.api) return list;
  for (const price of PRICES_PERMILLE)
    if (price !== pricePermille)
      list.push({ kind: 'release', model: id, way: model.open ? 'both' : 'api', pricePermille: price });
  return list;
}

export const release: OrderKind<ReleaseOrder> = {
  kind: 'release',
  schema,
  phase: 'release',
  fields: [
    {
      name: 'model',
      type: 'choice',
      options: (known) =>
        [...sortedKeys(ownOf(known).models), ...released(known)].map((id) => ({
          value: id,
          label: {
            id: 'word.model',
            params: { name: find(known, id)?.name ?? '', capabilityMilli: find(known, id)?.capabilityMilli ?? 0 },
          },
        })),
    },
    { name: 'way', type: 'choice', options: () => worded(WAYS, (word) => `word.way.${word}`) },
    {
      name: 'pricePermille',
      type: 'number',
      unit: 'permille',
      limits: () => ({ min: 100, max: 3000, step: 100, suggested: 1000 }),
    },
  ],
  check: (known, order) => (find(known, order.model) === undefined ? no('reject.release.model', {}, 'model') : null),
  care: (known, order) => {
    const model = find(known, order.model);
    const best = bestModel(known, { actor: known.seat });
    return model !== undefined && best !== null && best.id !== model.id && model.capabilityMilli < best.capabilityMilli
      ? { id: 'care.release-weaker', params: { name: best.name } }
      : null;
  },
  cost: () => ({ kusd: 0, capital: 0, talent: 0 }),
  summary: (known, order) => ({
    id: `order.release.${order.way}`,
    params: { name: find(known, order.model)?.name ?? '', pricePermille: order.pricePermille },
  }),
  candidates: (known) => {
    if (!isLab(known, known.seat)) return [];
    const best = bestModel(known, { actor: known.seat });
    const fresh = sortedKeys(ownOf(known).models)
      .filter((id) => (ownOf(known).models[id]?.capabilityMilli ?? 0) > (best?.capabilityMilli ?? 0))
      .flatMap((model) =>
        WAYS.flatMap((way) =>
          (way === 'open' ? [1000] : PRICES_PERMILLE).map((pricePermille) => ({
            kind: 'release' as const,
            model,
            way,
            pricePermille,
          })),
        ),
      );
    return best === null ? fresh : [...fresh, ...renewals(best)];
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const secret = own(turn, seat).models[order.model];
      const model = secret ?? turn.state.models[order.model];
      if (model === undefined || model.by !== seat) continue;
      const fresh = secret !== undefined;
      delete own(turn, seat).models[order.model];
      // Weights once open stay open.
      turn.state.models[model.id] = {
        ...model,
        open: model.open || order.way !== 'api',
        api: order.way !== 'open',
        pricePermille: order.pricePermille,
        releasedTurn: fresh ? turn.state.turn : model.releasedTurn,
      };
      const opened = order.way !== 'api' && !model.open;
      // A new price is no release: it does not break a silence.
      if (fresh || opened) open(turn, seat).lastReleaseTurn = turn.state.turn;
      if (opened) {
        for (const tech of model.techs) if (turn.ruleset.techs[tech]?.mark !== 'start') addToCommons(turn, tech, seat);
        addOpenness(turn, blocOf(turn, seat), parameterOf(turn, 'commons-per-weights'));
      }
      const best = bestModel(turn, {});
      record(turn, {
        topic: 'board',
        subject: seat,
        unit: 'milliPoints',
        before: null,
        after: model.capabilityMilli,
        amount: model.capabilityMilli,
        item: model.id,
        causes: [byOrder(ref, seat)],
        line: {
          id: fresh ? `report.released.${order.way}` : 'report.repriced',
          params: {
            actor: seat,
            name: model.name,
            capabilityMilli: model.capabilityMilli,
            costKusd: model.costKusd,
            pricePermille: order.pricePermille,
          },
        },
        places: [turn.ruleset.actors[seat]?.home ?? ''],
        weight: fresh ? (best?.id === model.id ? 9 : 7) : 4,
      });
      retireModels(turn, seat);
    }
  },
};
