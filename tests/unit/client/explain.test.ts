/** "Why?" of every figure: the parts add up to the figure on screen, in a match as it is played, for seats of all roles. */
import { describe, expect, test } from 'vitest';
import { adds, type Explanation } from '#client/ui/explain/explanation.ts';
import { ledgerParts } from '#client/ui/explain/from-ledger.ts';
import { modelPoints, programmeDone, researchCost } from '#client/ui/explain/models.ts';
import { orderCost } from '#client/ui/explain/order-cost.ts';
import { domestic, drafted, talentFree, useful } from '#client/ui/explain/own-figures.ts';
import { alignment, capital, escalation, trust } from '#client/ui/explain/policy.ts';
import { blocMeasure, seatScore } from '#client/ui/explain/scores.ts';
import { chipPrice, chipsHeld, flowDelivered, lineUnits, lineYield, powerOf } from '#client/ui/explain/supply.ts';
import { addRulesetWords, loadWords } from '#client/ui/text/words.ts';
import { missingKeys } from '#client/ui/text.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { checkDraft } from '#shared/rules/check-draft.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { startable } from '#shared/rules/orders/research.ts';
import { entriesFor, viewFor } from '#shared/state/view.ts';
import { playMock } from '#tests/e2e/fixtures/mock-play.ts';

const SEATS = ['base:deepseek', 'base:openai', 'base:washington-gov', 'base:huawei'];
const TURNS = [1, 7, 9, 16];

const { ruleset, locales } = await loadBaseRuleset();
await loadWords('en');
addRulesetWords(locales);
const played = playMock(ruleset, Math.max(...TURNS));

/** All explanations of a turn for a seat that claim to add up. */
function explanations(turn: number, seat: string): Explanation[] {
  const record = played[turn - 1];
  if (record === undefined) throw new Error(`no turn ${turn}`);
  const { state } = viewFor(ruleset, record.state, seat);
  const entries = entriesFor(record.ledger, seat);
  const world = { ruleset, state };
  const known = { ...world, seat };
  const own = state.actors[seat]?.own;
  const measures = ['frontier', 'reach', 'resilience', 'score'] as const;
  return [
    ...state.seats.map((id) => seatScore(world, id)),
    ...state.seats.map((id) => trust(world, entries, id)),
    ...Object.keys(state.blocs).flatMap((bloc) => measures.map((measure) => blocMeasure(world, bloc, measure))),
    ...Object.values(state.models).map((model) => modelPoints(world, model)),
    ...Object.keys(state.flows).map((route) => flowDelivered(world, route)),
    ...Object.entries(state.lines ?? {}).flatMap(([line, { units, yieldPermille }]) => [
      lineUnits(world, entries, line, units),
      lineYield(world, entries, line, yieldPermille),
    ]),
    ...Object.values(state.actors).flatMap(({ open }) =>
      Object.entries(open.pricesKusd).map(([chip, price]) => chipPrice(world, chip, price, seat)),
    ),
    ...Object.entries(state.alignment).flatMap(([ally, byBloc]) =>
      Object.keys(byBloc).map((bloc) => alignment(world, entries, ally, bloc)),
    ),
    ...(state.actors[seat]?.open.capital === null ? [] : [capital(world, entries, seat)]),
    ...startable(known).map((tech) => researchCost(known, tech)),
    ...(own === undefined ? [] : [powerOf(own)]),
    ...Object.entries(own?.programmes ?? {}).map(([tech, { donePermille }]) => programmeDone(known, tech, donePermille, entries)),
    ...Object.entries(own?.chips ?? {}).map(([chip, units]) => chipsHeld(world, entries, seat, chip, units, 'chips')),
    escalation(world, entries),
    ...Object.values(ORDER_KINDS).flatMap((kind) =>
      kind.candidates(known).map((order) => orderCost(known, order, kind.cost(known, order), kind.kind)),
    ),
    ...(own === undefined ? [] : [useful(known, own), talentFree(own, 7), domestic(431), drafted(checkDraft(known, []), 'kusd')]),
  ];
}

describe('parts add up', () => {
  test.each(TURNS.flatMap((turn) => SEATS.map((seat) => [turn, seat] as const)))('turn %i, %s', (turn, seat) => {
    const all = explanations(turn, seat);
    expect(all.length).toBeGreaterThan(60);
    expect([...missingKeys]).toEqual([]);
    expect(all.filter((one) => !adds(one, 0.001)).map(({ title, total, parts }) => ({ title, total, parts }))).toEqual([]);
  });

  test('what the last turn changed leads from the figure of the turn before to the one on screen', () => {
    for (const turn of TURNS.filter((one) => one > 1)) {
      for (const seat of SEATS) {
        const before = played[turn - 2]?.state.actors[seat]?.own.chips ?? {};
        const now = played[turn - 1]?.state.actors[seat]?.own.chips ?? {};
        const record = played[turn - 1];
        if (record === undefined) throw new Error(`no turn ${turn}`);
        const { state } = viewFor(ruleset, record.state, seat);
        const entries = entriesFor(record.ledger, seat);
        for (const [chip, units] of Object.entries(now)) {
          const [start] = ledgerParts({ entries, state, topic: 'chips', item: chip, account: `actor:${seat}`, now: units });
          expect([seat, turn, chip, start?.amount]).toEqual([seat, turn, chip, before[chip] ?? 0]);
        }
      }
    }
  });

  test('a rival’s score names its weighted parts, and own aims are what they leave', () => {
    const state = viewFor(ruleset, played[8]?.state ?? neverState(), 'base:deepseek').state;
    const { parts, total } = seatScore({ ruleset, state }, 'base:google');
    expect(parts.length).toBeGreaterThanOrEqual(4);
    expect(total).toBeGreaterThan(0);
    // Par may take points away; nothing else does.
    const par = (ruleset.scenarios[state.scenario]?.parPermille['base:google'] ?? 0) / 10;
    const others = parts.filter(({ amount }) => amount !== par);
    expect(others).toHaveLength(parts.length - (par === 0 ? 0 : 1));
    expect(others.every(({ amount }) => amount !== null && amount > -0.06)).toBe(true);
  });
});

function neverState(): never {
  throw new Error('the match was too short');
}
