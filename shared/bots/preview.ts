/** A draft played ahead by the real rules against what the seat knows and assumes: ranges over games with other luck. */
import { bestModel } from '../rules/know.ts';
import type { Order } from '../rules/order-kind.ts';
import { resolve } from '../rules/resolve.ts';
import { usePermille } from '../rules/scoring/metrics.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MessageRef } from '../state/ledger.ts';
import type { MatchState, SeatView } from '../state/schema.ts';
import { viewFor } from '../state/view.ts';
import { floorInt } from '../util/exact-math.ts';
import { sortedKeys } from '../util/ids.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { botOrders } from './bot.ts';
import { imagine } from './imagine.ts';

/** A figure a turn later: change from now, over the samples without those far out. */
export interface ForecastLine {
  readonly label: MessageRef;
  readonly topic: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}
export interface Forecast {
  readonly lines: ForecastLine[];
  /** What the forecast assumes, in words. */
  readonly assumes: MessageRef[];
}

interface Figures {
  [topic: string]: number;
}

const UNIT: Readonly<Record<string, string>> = {
  cash: 'kusd',
  compute: 'milliH100e',
  frontier: 'milliPoints',
  reach: 'permille',
  research: 'permille',
  capital: 'capital',
  pressure: 'points',
  resilience: 'points',
  escalation: 'points',
  score: 'points',
};

/** Figures of a seat in a state that it knows or imagines. */
function figuresOf(ruleset: Ruleset, state: MatchState, seat: string): Figures {
  const actor = state.actors[seat];
  const row = state.history[state.history.length - 1];
  if (actor === undefined) return {};
  let best = bestModel({ ruleset, state }, { actor: seat })?.capabilityMilli ?? 0;
  for (const id of sortedKeys(actor.own.models)) best = Math.max(best, actor.own.models[id]?.capabilityMilli ?? 0);
  let research = 1000 * sortedKeys(actor.own.techs).length;
  for (const tech of sortedKeys(actor.own.programmes)) research += actor.own.programmes[tech]?.donePermille ?? 0;
  const figures: Figures = {
    cash: actor.own.cashKusd,
    research,
    pressure: state.blocs[actor.bloc]?.open.pressure ?? 0,
    resilience: row?.blocs[actor.bloc]?.resilience ?? 0,
    escalation: state.escalation,
    score: row?.actors[seat]?.score ?? 0,
  };
  if (actor.open.capital !== null) figures.capital = actor.open.capital;
  else {
    figures.compute = actor.own.trainMilliH100e;
    if (best > 0) {
      figures.frontier = best;
      figures.reach = floorInt(usePermille({ ruleset, state }, seat, 'both'));
    }
  }
  return figures;
}

export interface PreviewOptions {
  readonly key: string;
  /** What the others do: keep to what stands, or order as bots would in their place. */
  readonly others: 'stand' | 'bots';
}

/** How many ways the others may order; more would cost more than they tell. */
const VARIANTS = 4;
/** Share of the samples at each end that the range leaves out. */
const BEYOND = 0.1;

/** What bots in the others' places would order, as far as the seat can imagine what they know. */
function othersOrders(ruleset: Ruleset, imagined: MatchState, seat: string, key: string): Record<string, Order[]> {
  const orders: Record<string, Order[]> = {};
  for (const other of imagined.seats) {
    if (other === seat) continue;
    const keys = { turn: deriveSeed(key, other), match: null };
    orders[other] = botOrders(ruleset, viewFor(ruleset, imagined, other), 'normal', keys);
  }
  return orders;
}

/** A draft that is played ahead, sample after sample: asked for more, it goes on from those that it has. */
export type Preview = (samples: number) => Forecast;

/** Drafts of one turn, each played ahead in the same games: the others order the same, and have the same luck. */
export function openPreviews(
  ruleset: Ruleset,
  view: SeatView,
  { key, others }: PreviewOptions,
): (orders: readonly Order[]) => Preview {
  const state = imagine(ruleset, view, deriveSeed(key, 'ahead'));
  const now = figuresOf(ruleset, state, view.seat);
  const given = Array.from({ length: others === 'bots' ? VARIANTS : 1 }, (_, n) =>
    others === 'bots' ? othersOrders(ruleset, state, view.seat, `${key}/others/${n}`) : {},
  );
  return (orders) => {
    const then: Figures[] = [];
    return (samples) => {
      for (let n = then.length; n < samples; n += 1) {
        state.hidden.seed = deriveSeed(key, `ahead/${n}`);
        const all = { ...given[n % given.length], [view.seat]: orders };
        then.push(figuresOf(ruleset, resolve(ruleset, state, { orders: all, deals: [] }).state, view.seat));
      }
      return forecastOf(now, then.slice(0, samples), others);
    };
  };
}

export const openPreview = (ruleset: Ruleset, view: SeatView, orders: readonly Order[], options: PreviewOptions): Preview =>
  openPreviews(ruleset, view, options)(orders);

function forecastOf(now: Figures, then: readonly Figures[], others: PreviewOptions['others']): Forecast {
  const lines: ForecastLine[] = [];
  const beyond = Math.floor(then.length * BEYOND);
  for (const topic of sortedKeys(now)) {
    const changes = then.map((figures) => (figures[topic] ?? 0) - (now[topic] ?? 0)).sort((a, b) => a - b);
    const low = changes[beyond] ?? 0;
    const high = changes[changes.length - 1 - beyond] ?? 0;
    if (low === 0 && high === 0) continue;
    lines.push({ label: { id: `forecast.${topic}`, params: {} }, topic, unit: UNIT[topic] ?? 'points', low, high });
  }
  return {
    lines,
    assumes: [
      { id: others === 'bots' ? 'forecast.assumes.bots' : 'forecast.assumes.standing', params: {} },
      { id: beyond > 0 ? 'forecast.assumes.middle' : 'forecast.assumes.samples', params: { samples: then.length } },
    ],
  };
}

export const preview = (
  ruleset: Ruleset,
  view: SeatView,
  orders: readonly Order[],
  { samples, ...options }: PreviewOptions & { readonly samples: number },
): Forecast => openPreview(ruleset, view, orders, options)(samples);
