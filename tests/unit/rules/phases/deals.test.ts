/** Phase 2, deals: signed deals take effect, debts are paid pro rata, what has run out ends. */
import { expect, test } from 'vitest';
import { actorOf, BEIJING, DEEPSEEK, deal, META, OPENAI, october, ownOf, QWEN, WASHINGTON } from '../situation.ts';
import { about, figures, lineIds, moved, phase } from './one-phase.ts';

test('who promised more than there is pays all alike: half of 300 and of 600, and loses trust', () => {
  const state = october((now) => {
    ownOf(now, OPENAI).cashKusd = 450;
    actorOf(now, OPENAI).open.trust = 60;
  });
  // Gifts are limited: a promise in return makes each a deal.
  const owes = (to: string, kusd: number) =>
    deal(
      OPENAI,
      to,
      1,
      { term: 'money', from: OPENAI, to, kusd },
      { term: 'promise', from: to, to: OPENAI, conduct: 'no-poaching' },
    );
  const signed = [owes(META, 300), owes('base:google', 600)];
  const turn = phase('deals', state, { signed, rules: figures({ 'trust-overpromised': 5 }) });
  expect(moved(turn, `actor:${OPENAI}`, `actor:${META}`)).toBe(150);
  expect(moved(turn, `actor:${OPENAI}`, 'actor:base:google')).toBe(300);
  expect(ownOf(turn.state, OPENAI).cashKusd).toBe(0);
  expect(actorOf(turn.state, OPENAI).open.trust).toBe(55);
});

test('who can pay pays all, once, and keeps its trust', () => {
  const offer = deal(
    OPENAI,
    META,
    3,
    { term: 'money', from: OPENAI, to: META, kusd: 300 },
    { term: 'promise', from: META, to: OPENAI, conduct: 'no-poaching' },
  );
  const first = phase('deals', october(), { signed: [offer] });
  expect(moved(first, `actor:${OPENAI}`, `actor:${META}`)).toBe(300);
  expect(about(first, 'trust')).toEqual([]);
  const next = structuredClone(first.state);
  next.turn = 1;
  expect(moved(phase('deals', next), `actor:${OPENAI}`, `actor:${META}`)).toBe(0);
});

test('a deal of two turns stands in turns 0 and 1', () => {
  const offer = deal(QWEN, DEEPSEEK, 2, { term: 'joint-research', from: QWEN, to: DEEPSEEK, tech: 'base:muon-optimiser' });
  const { state } = phase('deals', october(), { signed: [offer] });
  expect(state.deals[offer.id]).toMatchObject({ parties: [DEEPSEEK, QWEN], signedTurn: 0, untilTurn: 2, broken: false });
  state.turn = 1;
  const second = phase('deals', state).state;
  expect(Object.keys(second.deals)).toEqual([offer.id]);
  second.turn = 2;
  expect(phase('deals', second).state.deals).toEqual({});
});

test('compute, licences and truces take effect at once', () => {
  const compute = deal(
    QWEN,
    DEEPSEEK,
    2,
    { term: 'compute', from: QWEN, to: DEEPSEEK, milliH100e: 5000 },
    { term: 'money', from: DEEPSEEK, to: QWEN, kusd: 100 },
  );
  const truce = deal(WASHINGTON, BEIJING, 4, { term: 'truce', from: WASHINGTON, to: BEIJING });
  const turn = phase('deals', october(), { signed: [compute, truce], rules: figures({ 'truce-calm': 8 }) });
  expect(ownOf(turn.state, DEEPSEEK).rentals).toContainEqual({
    site: null,
    from: QWEN,
    milliH100e: 5000,
    untilTurn: 2,
    kusdPerTurn: 0,
  });
  expect(turn.state.truces).toEqual([{ blocs: ['base:beijing', 'base:washington'], untilTurn: 4 }]);
  expect(turn.scratch.escalation.map(({ points }) => points)).toEqual([-8]);
});

test('an offer that may not be made has no effect', () => {
  const offer = deal(DEEPSEEK, META, 2, { term: 'money', from: DEEPSEEK, to: META, kusd: 100 });
  const turn = phase('deals', october(), { signed: [offer] });
  expect(turn.state.deals).toEqual({});
  expect(lineIds(turn)).toEqual([]);
});
