/** Lobby: make the next law of a lever cheaper or dearer for a government. */
import { z } from 'zod';
import { LEVER_IDS } from '../../ruleset/catalogue.ts';
import { clamp } from '../../util/exact-math.ts';
import { pay } from '../accounts.ts';
import { byEntry, byOrder, record } from '../entries.ts';
import { governmentsOf, ownOf, parameterOf } from '../know.ts';
import type { OrderKind } from '../order-kind.ts';
import { addTo, open } from '../turn.ts';
import { idField, named, no, worded } from './reject.ts';

const schema = z.strictObject({
  kind: z.literal('lobby'),
  government: idField,
  lever: z.enum(LEVER_IDS),
  side: z.enum(['for', 'against']),
});
export type LobbyOrder = z.infer<typeof schema>;

export const lobby: OrderKind<LobbyOrder> = {
  kind: 'lobby',
  schema,
  phase: 'state',
  fields: [
    { name: 'government', type: 'choice', options: (known) => named(governmentsOf(known)) },
    { name: 'lever', type: 'choice', options: () => worded(LEVER_IDS, (word) => `word.lever.${word}`) },
    { name: 'side', type: 'choice', options: () => worded(['against', 'for'], (word) => `word.side.${word}`) },
  ],
  check: (known, order) =>
    governmentsOf(known).includes(order.government)
      ? null
      : no('reject.unknown-actor', { actor: order.government }, 'government'),
  cost: (known) => ({ kusd: parameterOf(known, 'lobby-kusd'), capital: 0, talent: 0 }),
  summary: (_known, order) => ({
    id: `order.lobby.${order.side}`,
    params: { government: order.government, lever: `word.lever.${order.lever}` },
  }),
  candidates: (known) => {
    const own = ownOf(known);
    if (own.cashKusd < 20 * parameterOf(known, 'lobby-kusd')) return [];
    return governmentsOf(known).flatMap((government) =>
      (['chip-threshold', 'memory', 'refusal'] as const).map((lever) => ({
        kind: 'lobby' as const,
        government,
        lever,
        side: 'against' as const,
      })),
    );
  },
  resolve: (turn, given) => {
    for (const { seat, order, ref } of given) {
      const entry = pay(turn, `actor:${seat}`, 'world:lobbyists', parameterOf(turn, 'lobby-kusd'), [byOrder(ref, seat)]);
      const target = open(turn, order.government).lobbying;
      const before = target[order.lever] ?? 0;
      addTo(target, order.lever, order.side === 'against' ? 2 : -2);
      target[order.lever] = clamp(target[order.lever] ?? 0, -6, 6);
      record(turn, {
        topic: 'lobbying',
        subject: order.government,
        unit: 'capital',
        before,
        after: target[order.lever] ?? 0,
        causes: [byOrder(ref, seat), ...byEntry(entry)],
        line: {
          id: `report.lobby.${order.side}`,
          params: { actor: seat, government: order.government, lever: `word.lever.${order.lever}` },
        },
        weight: 4,
      });
    }
  },
};
