/** A draft played ahead by the real rules against what the seat knows and assumes: ranges over a few seeds. */
import { bestModel } from '../rules/know.ts';
import type { Order } from '../rules/order-kind.ts';
import { resolve } from '../rules/resolve.ts';
import { usePermille } from '../rules/scoring/metrics.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MessageRef } from '../state/ledger.ts';
import type { MatchState, SeatView } from '../state/schema.ts';
import { floorInt } from '../util/exact-math.ts';
import { sortedKeys } from '../util/ids.ts';
import { deriveSeed } from '../util/keyed-random.ts';
import { imagine } from './imagine.ts';

/** A figure a turn later: change from now, lowest and highest over the seeds. */
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
  readonly samples: number;
  readonly key: string;
}

/** States a turn later, one for each sample; others keep to what stands. */
export function playAhead(
  ruleset: Ruleset,
  view: SeatView,
  orders: readonly Order[],
  options: PreviewOptions,
): { before: MatchState; after: MatchState[] } {
  const after: MatchState[] = [];
  const before = imagine(ruleset, view, deriveSeed(options.key, 'ahead'));
  for (let n = 0; n < options.samples; n += 1) {
    before.hidden.seed = deriveSeed(options.key, `ahead/${n}`);
    after.push(resolve(ruleset, before, { orders: { [view.seat]: orders }, deals: [] }).state);
  }
  return { before, after };
}

export function preview(ruleset: Ruleset, view: SeatView, orders: readonly Order[], options: PreviewOptions): Forecast {
  const { before, after } = playAhead(ruleset, view, orders, options);
  const now = figuresOf(ruleset, before, view.seat);
  const then = after.map((state) => figuresOf(ruleset, state, view.seat));
  const lines: ForecastLine[] = [];
  for (const topic of sortedKeys(now)) {
    const changes = then.map((figures) => (figures[topic] ?? 0) - (now[topic] ?? 0));
    const low = Math.min(...changes);
    const high = Math.max(...changes);
    if (low === 0 && high === 0) continue;
    lines.push({ label: { id: `forecast.${topic}`, params: {} }, topic, unit: UNIT[topic] ?? 'points', low, high });
  }
  return {
    lines,
    assumes: [
      { id: 'forecast.assumes.standing', params: {} },
      { id: 'forecast.assumes.samples', params: { samples: options.samples } },
    ],
  };
}
