/** Plays the script of history on a ruleset and keeps, turn by turn, the figures that the checks compare. */
import type { Order } from '../../rules/order-kind.ts';
import type { Ruleset } from '../../ruleset/schema/ruleset.ts';
import { sortedEntries } from '../../util/ids.ts';
import { quarterIndex } from '../../util/quarter.ts';
import { playMatch } from '../simulate.ts';
import type { HistoryGround } from './ground.ts';
import { type HistoryRow, rowOf } from './row.ts';
import type { HistoryScript, WorldOrders } from './script.ts';

export interface PlayedHistory {
  rows: HistoryRow[];
  refused: { quarter: number; seat: string; order: Order; reason: string }[];
}

export function playHistory(given: Ruleset, script: HistoryScript, seed: string, { orders, laws }: WorldOrders): PlayedHistory {
  const rows: HistoryRow[] = [];
  let before: HistoryGround | null = null;
  const refused: PlayedHistory['refused'] = [];
  const scenario = given.scenarios[script.scenario];
  const ruleset: Ruleset =
    scenario === undefined || laws === null
      ? given
      : { ...given, scenarios: { ...given.scenarios, [script.scenario]: { ...scenario, laws } } };
  const start = scenario === undefined ? 0 : quarterIndex(scenario.startYear, scenario.startQuarter);
  // Programmes of the record that could not start yet, by seat: they are ordered again.
  const waiting: Record<string, Order[]> = {};
  const change = (turn: number, seat: string, own: Order[]): Order[] => {
    const quarter = start + turn;
    const given = orders
      .filter((item) => item.seat === seat && quarterIndex(item.year, item.quarter) === quarter)
      .map((item) => item.order);
    const bot = own.filter((order) => !isScripted(script, seat, order)).map((order) => inWay(script, seat, quarter, order));
    // Slots are few: a finished model comes out before a programme starts.
    const [programmes, others] = partition(given, (order) => order.kind === 'research');
    const [releases, rest] = partition(bot, (order) => order.kind === 'release');
    return [...others, ...releases, ...(waiting[seat] ?? []), ...programmes, ...rest];
  };
  playMatch(ruleset, {
    scenario: script.scenario,
    seed,
    bots: Object.fromEntries(Object.keys(ruleset.actors).map((id) => [id, script.bots])),
    change,
    maxTurns: script.turns,
    onTurn: ({ turn, resolution }) => {
      for (const seat of Object.keys(ruleset.actors))
        waiting[seat] = (resolution.refused[seat] ?? [])
          .map(({ order }) => order)
          .filter((order) => isProgramme(orders, seat, order));
      const ground = { ruleset, state: resolution.state };
      rows.push(rowOf(ground, before, script, start + turn, resolution.ledger));
      before = ground;
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

/** True for a programme that the script starts at this seat. */
const isProgramme = (orders: WorldOrders['orders'], seat: string, { kind, tech }: Order): boolean =>
  kind === 'research' && orders.some((item) => item.seat === seat && item.order.kind === kind && item.order.tech === tech);

const isRecorded = (script: HistoryScript, order: Order): boolean =>
  order.kind === 'research' && script.recordedTechs.includes(String(order.tech));

/** True where the script alone gives such an order. */
const isScripted = (script: HistoryScript, seat: string, order: Order): boolean =>
  (script.scripted[seat] ?? []).includes(order.kind) || isRecorded(script, order);

/** A release in the way that the lab took at that time. */
function inWay(script: HistoryScript, seat: string, quarter: number, order: Order): Order {
  if (order.kind !== 'release') return order;
  const way = script.ways.findLast((item) => item.seat === seat && quarterIndex(item.year, item.quarter) <= quarter)?.way;
  return way === undefined ? order : { ...order, way };
}

/** Those that pass and those that don't, each in order. */
const partition = <T>(list: readonly T[], passes: (item: T) => boolean): [T[], T[]] => [
  list.filter(passes),
  list.filter((item) => !passes(item)),
];
