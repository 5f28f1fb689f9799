/** Nothing appears or vanishes unrecorded: each turn the ledger explains every change of money and chips, and all compute used. */
import { describe, expect, test } from 'vitest';
import { newMatch } from '#shared/rules/new-match.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { resolve } from '#shared/rules/resolve.ts';
import type { Entry, Ledger } from '#shared/state/ledger.ts';
import { type MatchState, matchStateSchema } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { cloneJson } from '#shared/util/clone.ts';
import { canonicalText } from '#shared/util/stable-hash.ts';
import { counts } from '#tests/counts.ts';
import { chipsOf, moneyOf, movedBy, overused, unbalanced } from './accounts.ts';
import { ruleset, SCENARIOS, type Step, seedOf, stepsOf } from './matches.ts';

const MATCHES = Math.ceil(counts.propertyRuns / 12);
/** Topics whose entries name each cause with its part. */
const EXPLAINED = ['capability', 'delivery', 'capital', 'escalation'];
/** Floating parts are added up in another order than the rules did. */
const NEAR = 1e-6;

const played = (scenario: string, n: number) => stepsOf(scenario, seedOf('conservation', scenario, n));
const where = (scenario: string, n: number, step: Step) => `${scenario}, match ${n}, turn ${step.before.turn}`;

/** Entries whose causes all have a part, but whose parts do not add up. */
const unexplained = (ledger: Ledger): Entry[] =>
  ledger.filter(({ causes, amount }) => {
    if (causes.length === 0 || causes.some((cause) => cause.amount === undefined)) return false;
    const sum = causes.reduce((parts, cause) => parts + (cause.amount ?? 0), 0);
    return Math.abs(sum - amount) > NEAR * Math.max(1, Math.abs(amount));
  });

/** Paths of what JSON would drop without a word. */
function undefinedIn(value: unknown, path = ''): string[] {
  if (value === undefined) return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, item]) => undefinedIn(item, `${path}.${key}`));
}

describe.each(SCENARIOS)('%s', (scenario) => {
  test('money, chips, compute and causes balance in every turn', () => {
    for (let n = 0; n < MATCHES; n += 1) {
      for (const step of played(scenario, n)) {
        const { before } = step;
        const { ledger, state } = step.resolution;
        const at = where(scenario, n, step);
        expect(unbalanced(moneyOf(before), moneyOf(state), movedBy(ledger, 'money')), `money, ${at}`).toEqual([]);
        expect(unbalanced(chipsOf(before), chipsOf(state), movedBy(ledger, 'chips')), `chips, ${at}`).toEqual([]);
        expect(overused(before, ledger), `compute, ${at}`).toEqual([]);
        expect(unexplained(ledger), `causes, ${at}`).toEqual([]);
        for (const entry of ledger) {
          if (!EXPLAINED.includes(entry.topic)) continue;
          const bare = entry.causes.filter((cause) => cause.amount === undefined);
          expect(bare.length === 0 || bare.length === entry.causes.length, `${JSON.stringify(entry)}, ${at}`).toBe(true);
        }
        for (const { id, own } of Object.entries(state.actors).map(([id, actor]) => ({ id, own: actor.own })))
          for (const [chip, grey] of Object.entries(own.greyChips))
            expect(grey, `grey ${chip} of ${id}, ${at}`).toBeLessThanOrEqual(own.chips[chip] ?? 0);
      }
    }
  });

  test('stocks are whole numbers of the kind that the schema declares, and nothing is undefined', () => {
    for (const { resolution } of played(scenario, 0)) {
      expect(() => canonicalText(resolution)).not.toThrow();
      expect(undefinedIn(resolution)).toEqual([]);
      expect(matchStateSchema.safeParse(resolution.state).error).toBeUndefined();
    }
  });

  test('experiments and a run that are ordered together share one cluster', () => {
    const start = newMatch(ruleset, scenario, seedOf('conservation', 'shared'));
    let together = 0;
    for (const seat of start.seats) {
      const known = { ruleset, seat, state: viewFor(ruleset, start, seat).state };
      const steady = (ORDER_KINDS.research?.candidates(known) ?? []).slice(0, 2);
      const research = steady.map((order) => ({ ...order, effort: 'full' }));
      const run = { kind: 'train', name: 'Both', sharePermille: 900, turns: 1 };
      const { ledger } = resolve(ruleset, start, { orders: { [seat]: [...research, run] }, deals: [] });
      const uses = new Set(ledger.filter(({ topic, subject }) => topic === 'flop' && subject === seat).map(({ to }) => to));
      if (uses.has('world:experiments') && uses.has('world:training')) together += 1;
      expect(overused(start, ledger), seat).toEqual([]);
    }
    expect(together).toBeGreaterThan(2);
  });

  test('a coin, a chip, a use or a part too many is found', () => {
    const [step] = played(scenario, 0) as [Step];
    const state = cloneJson(step.resolution.state);
    const ledger = cloneJson(step.resolution.ledger);
    const lab = ledger.find(({ topic }) => topic === 'flop')?.subject ?? '';
    const own = state.actors[lab]?.own as MatchState['actors'][string]['own'];
    own.cashKusd += 1;
    own.inventory['base:made-up'] = 1;
    const moved = movedBy(ledger, 'money');
    expect(unbalanced(moneyOf(step.before), moneyOf(state), moved).map(({ account }) => account)).toEqual([`actor:${lab}`]);
    expect(unbalanced(chipsOf(step.before), chipsOf(state), movedBy(ledger, 'chips'))).toHaveLength(1);
    const compute = ledger.find((entry) => entry.line?.id === 'report.compute' && entry.subject === lab) as Entry;
    compute.after = 1;
    expect(overused(step.before, ledger).map(({ actor }) => actor)).toEqual([lab]);
    const explained = ledger.find(
      ({ causes }) => causes.length > 0 && causes.every(({ amount }) => amount !== undefined),
    ) as Entry;
    explained.amount += 1;
    expect(unexplained(ledger)).toEqual([explained]);
  });
});
