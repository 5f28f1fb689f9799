/** What an arm of an experiment changes: orders, bots, numbers, systems, laws, scenario, mods; and how it is applied. */

import { z } from 'zod';
import { botLevelSchema } from '../protocol/commands.ts';
import type { Order } from '../rules/order-kind.ts';
import { SYSTEM_IDS } from '../ruleset/catalogue.ts';
import { permille } from '../ruleset/schema/actors.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { idSchema } from '../util/ids.ts';
import { WORLDS } from './history/script.ts';

/** Stands for every seat. */
export const ALL_SEATS = '*';
const seatOrAll = z.union([z.literal(ALL_SEATS), idSchema]);
const turnNumber = z.int().min(1).max(60);

/** Orders of one seat, or of all, in one turn, in some, or in all: kinds taken out of the bots' hands, and orders given. */
export const orderChangeSchema = z.strictObject({
  seat: seatOrAll,
  /** From 1; left out, every turn. */
  turn: turnNumber.optional(),
  from: turnNumber.optional(),
  to: turnNumber.optional(),
  drop: z.array(z.string()).default([]),
  add: z.array(z.looseObject({ kind: z.string() })).default([]),
});

export const changeSchema = z.strictObject({
  orders: z.array(orderChangeSchema).optional(),
  /** Level of bots by seat; `*` for all. */
  bots: z.record(seatOrAll, botLevelSchema).optional(),
  /** Preference of a seat's bot for open weights, per mille. */
  openPermille: z.record(idSchema, permille).optional(),
  parameters: z.record(idSchema, z.number()).optional(),
  systems: z.partialRecord(z.enum(SYSTEM_IDS), z.boolean()).optional(),
  /** Laws in force at the start, in place of the scenario's. */
  laws: z
    .array(z.strictObject({ law: idSchema, by: idSchema, setting: z.string(), target: idSchema, chip: idSchema.optional() }))
    .optional(),
  /** Points against par by bloc or seat, tenths of a point, in place of the scenario's. */
  parPermille: z.record(idSchema, z.int().min(-500).max(500)).optional(),
  /** Folders of mods, from where the command is run. */
  mods: z.array(z.string()).optional(),
  scenario: idSchema.optional(),
  maxTurns: turnNumber.optional(),
  /** `own`: other seeds than the other arms have. */
  luck: z.enum(['shared', 'own']).optional(),
  /** Topics of the ledger that the accounts do not read: shows that they would notice. */
  unrecorded: z.array(z.enum(['money', 'chips'])).optional(),
  /** Plays the script of history instead: as it was, without controls, or with all of them. */
  world: z.enum(WORLDS).optional(),
});
export type Change = z.infer<typeof changeSchema>;

/** Both changes, the second over the first; lists of orders and mods are joined. */
export function mergeChanges(first: Change, second: Change): Change {
  const both = { ...first, ...second };
  for (const key of ['bots', 'openPermille', 'parameters', 'systems', 'parPermille'] as const) {
    if (first[key] !== undefined && second[key] !== undefined) Object.assign(both, { [key]: { ...first[key], ...second[key] } });
  }
  if (first.orders !== undefined && second.orders !== undefined) both.orders = [...first.orders, ...second.orders];
  if (first.mods !== undefined && second.mods !== undefined) both.mods = [...first.mods, ...second.mods];
  return both;
}

/** The rules with the numbers, switches and starts of a change; mods are loaded before. */
export function changedRuleset(ruleset: Ruleset, scenarioId: string, change: Change): Ruleset {
  const changed = { ...ruleset, systems: { ...ruleset.systems, ...change.systems } };
  for (const [id, value] of Object.entries(change.parameters ?? {})) {
    const parameter = changed.parameters[id];
    if (parameter !== undefined) changed.parameters = { ...changed.parameters, [id]: { ...parameter, value } };
  }
  for (const [id, openPermille] of Object.entries(change.openPermille ?? {})) {
    const actor = changed.actors[id];
    if (actor !== undefined) changed.actors = { ...changed.actors, [id]: { ...actor, bot: { ...actor.bot, openPermille } } };
  }
  const scenario = changed.scenarios[scenarioId];
  if (scenario === undefined || (change.laws === undefined && change.parPermille === undefined)) return changed;
  const start = {
    ...scenario,
    laws: change.laws ?? scenario.laws,
    parPermille: { ...scenario.parPermille, ...change.parPermille },
  };
  return { ...changed, scenarios: { ...changed.scenarios, [scenarioId]: start } };
}

/** The orders of a seat after the change: what is given comes first, then what is left of the bot's own. */
export function changedOrders(change: Change): ((turn: number, seat: string, orders: Order[]) => Order[]) | undefined {
  const list = change.orders ?? [];
  if (list.length === 0) return undefined;
  return (turn, seat, orders) => {
    const played = turn + 1;
    const mine = list.filter(
      (one) =>
        (one.seat === ALL_SEATS || one.seat === seat) &&
        (one.turn === undefined || one.turn === played) &&
        played >= (one.from ?? 1) &&
        played <= (one.to ?? played),
    );
    const dropped = new Set(mine.flatMap((one) => one.drop));
    const given = mine.flatMap((one) => one.add as Order[]);
    return [...given, ...orders.filter((order) => !dropped.has(order.kind))];
  };
}
