/** Phase 11, market: users choose among public models and move part of the way; use brings revenue as far as compute reaches. */
import { expect, test } from 'vitest';
import type { MatchState } from '#shared/state/schema.ts';
import { META, OPENAI, october, ownOf, ruleset, without } from '../situation.ts';
import { figures, moved, phase } from './one-phase.ts';

const REGION = 'base:north-america';
const RULES = { ...figures({ 'users-move': 0.3, 'silence-loss': 0, 'serve-milli-per-kusd': 1 }) };

/** Two labs with one model each behind an API; nobody else is on the board. */
function duel(gapMilli: number, change: (state: MatchState) => void = () => undefined): MatchState {
  return october((state) => {
    const [any] = Object.values(state.models);
    if (any === undefined) throw new RangeError('no model');
    const model = { ...any, open: false, api: true, pricePermille: 1000, agentMilli: 0 };
    state.models = {
      m: { ...model, id: 'm', by: META, capabilityMilli: 50_000 + gapMilli },
      o: { ...model, id: 'o', by: OPENAI, capabilityMilli: 50_000 },
    };
    for (const market of Object.values(state.market)) Object.assign(market, { use: {}, openUse: {}, demandKusd: 100_000 });
    for (const lab of [META, OPENAI]) ownOf(state, lab).serveMilliH100e = 1_000_000_000;
    change(state);
  });
}
const share = (state: MatchState, model: string) => state.market[REGION]?.use[model] ?? 0;

test('all of a region is shared out', () => {
  const { state } = phase('market', duel(0), { rules: RULES });
  expect(share(state, 'm') + share(state, 'o')).toBe(1000);
});

test('the better model gains, and users come part of the way each turn', () => {
  const moves = [0, 5000, 10_000].map((gap) => share(phase('market', duel(gap), { rules: RULES }).state, 'm'));
  expect(moves[1]).toBeGreaterThan(moves[0] ?? 0);
  expect(moves[2]).toBeGreaterThan(moves[1] ?? 0);
  const settled = duel(0, (state) => {
    for (const market of Object.values(state.market)) market.use = { o: 1000 };
  });
  const next = phase('market', settled, { rules: RULES }).state;
  // At most three in ten choose anew.
  expect(share(next, 'm')).toBeLessThanOrEqual(300);
  expect(share(next, 'm')).toBeGreaterThan(0);
});

test('a dearer model loses users where prices count', () => {
  const dear = phase(
    'market',
    duel(0, (state) => Object.assign(state.models.m ?? {}, { pricePermille: 2000 })),
    { rules: RULES },
  );
  expect(share(dear.state, 'm')).toBeLessThan(share(phase('market', duel(0), { rules: RULES }).state, 'm'));
});

test('revenue is demand times share times price, and investors take their part', () => {
  const state = duel(0, (now) => {
    Object.assign(ownOf(now, OPENAI), { investorSharePermille: 50, revenueKusd: 0 });
    Object.assign(ownOf(now, META), { investorSharePermille: 0 });
  });
  const turn = phase('market', state, { rules: RULES });
  let expected = 0;
  for (const [id, market] of Object.entries(turn.state.market)) {
    const region = ruleset.regions[id];
    expect(market.demandKusd).toBeGreaterThanOrEqual(100_000);
    expect(region).toBeDefined();
    expected += Math.floor((market.demandKusd * (market.use.o ?? 0)) / 1000);
  }
  const earned = moved(turn, 'world:users', `actor:${OPENAI}`);
  expect(Math.abs(earned - expected)).toBeLessThanOrEqual(Object.keys(turn.state.market).length);
  expect(ownOf(turn.state, OPENAI).revenueKusd).toBe(earned);
  expect(moved(turn, `actor:${OPENAI}`, 'world:owners')).toBe(Math.floor(earned * 0.05));
  expect(moved(turn, `actor:${META}`, 'world:owners')).toBe(0);
});

test('compute that is bound or missing serves nobody', () => {
  const bound = phase('market', duel(0), {
    rules: RULES,
    before: (turn) => {
      turn.scratch.boundPermille[META] = 1000;
    },
  });
  expect(share(bound.state, 'm')).toBe(0);
  expect(moved(bound, 'world:users', `actor:${META}`)).toBe(0);
  expect(share(bound.state, 'o')).toBeGreaterThan(0);
});

test('a shift of prices lasts one turn; without a market nothing happens', () => {
  const shifted = duel(0, (state) => {
    state.priceShiftPermille = -500;
  });
  const turn = phase('market', shifted, { rules: RULES });
  expect(turn.state.priceShiftPermille).toBe(0);
  const usual = moved(phase('market', duel(0), { rules: RULES }), 'world:users', `actor:${OPENAI}`);
  expect(Math.abs(moved(turn, 'world:users', `actor:${OPENAI}`) - usual / 2)).toBeLessThanOrEqual(5);
  expect(phase('market', duel(0), { rules: without('market') }).ledger).toEqual([]);
});
