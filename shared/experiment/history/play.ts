/** Plays the script of history on a ruleset and keeps, turn by turn, the figures that the checks compare. */
import type { Order } from '../../rules/order-kind.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import { sortedEntries } from '../../util/ids.ts';
import { quarterIndex } from '../../util/quarter.ts';
import { playMatch } from '../simulate.ts';
import { type HistoryRow, rowOf } from './row.ts';
import type { HistoryScript, WorldOrders } from './script.ts';

export interface PlayedHistory {
  rows: HistoryRow[];
  refused: { quarter: number; seat: string; order: Order; reason: string }[];
}

export function playHistory(given: Ruleset, script: HistoryScript, seed: string, { orders, laws }: WorldOrders): PlayedHistory {
  const rows: HistoryRow[] = [];
  const refused: PlayedHistory['refused'] = [];
  const scenario = given.scenarios[script.scenario];
  const ruleset: Ruleset =
    scenario === undefined || laws === null
      ? given
      : { ...given, scenarios: { ...given.scenarios, [script.scenario]: { ...scenario, laws } } };
  const start = scenario === undefined ? 0 : quarterIndex(scenario.startYear, scenario.startQuarter);
  const change = (turn: number, seat: string, own: Order[]): Order[] => {
    const kinds = script.scripted[seat] ?? [];
    const given = orders
      .filter((item) => item.seat === seat && quarterIndex(item.year, item.quarter) === start + turn)
      .map((item) => item.order);
    return [...given, ...own.filter((order) => !kinds.includes(order.kind))];
  };
  playMatch(ruleset, {
    scenario: script.scenario,
    seed,
    bots: Object.fromEntries(Object.keys(ruleset.actors).map((id) => [id, script.bots])),
    change,
    maxTurns: script.turns,
    onTurn: ({ turn, resolution }) => {
      rows.push(rowOf({ ruleset, state: resolution.state }, script, start + turn, resolution.ledger));
      for (const [seat, list] of sortedEntries(resolution.refused)) {
        for (const { order, reason } of list) {
          if ((script.scripted[seat] ?? []).includes(order.kind))
            refused.push({ quarter: start + turn, seat, order, reason: reason.id });
        }
      }
    },
  });
  return { rows, refused };
}
