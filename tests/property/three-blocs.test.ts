/** A mod adds a third bloc: the whole game, its views and its scores take it without knowing how many there are. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BASE_FOLDER, readModFolder } from '#server/content/read-mod-folder.ts';
import { advise } from '#shared/bots/advisor.ts';
import { blocOf } from '#shared/rules/know.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { resolve } from '#shared/rules/resolve.ts';
import { formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { type MatchState, matchStateSchema } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { canonicalText } from '#shared/util/stable-hash.ts';
import { FULL } from '#tests/counts.ts';
import { chipsOf, moneyOf, movedBy, unbalanced } from './accounts.ts';
import { type Step, seedOf, stepsOf } from './matches.ts';

const SCENARIO = 'base:october-rule';
const BLOC = 'three-blocs:brussels';
const FOLDER = fileURLToPath(new URL('../fixtures/three-blocs', import.meta.url));

async function loadThree(): Promise<Ruleset> {
  const mods = await Promise.all([BASE_FOLDER, FOLDER].map(readModFolder));
  const { ruleset, diagnostics } = loadMods(mods.map(({ mod }) => mod));
  const said = [...mods.flatMap((read) => read.diagnostics), ...diagnostics].map(formatDiagnostic);
  if (ruleset === null || said.length > 0) throw new Error(said.join('\n'));
  return ruleset;
}

const ruleset = await loadThree();
const matches = Array.from({ length: FULL ? 20 : 2 }, (_, n) => stepsOf(SCENARIO, seedOf('three', n), ruleset));
const last = (steps: (typeof matches)[number]) => steps[steps.length - 1]?.resolution.state as MatchState;

describe('a match with three blocs', () => {
  test('runs to its end with all sides in the scores', () => {
    for (const steps of matches) {
      const state = last(steps);
      expect(Object.keys(state.blocs)).toHaveLength(3);
      expect(state.seats).toHaveLength(15);
      expect(state.ended).not.toBe('no');
      expect(steps.length === ruleset.scenarios[SCENARIO]?.turns || state.ended === 'strait').toBe(true);
      const standing = state.history[state.history.length - 1];
      expect(Object.keys(standing?.blocs ?? {})).toEqual(Object.keys(state.blocs).sort());
      expect(Object.keys(standing?.actors ?? {}).sort()).toEqual([...state.seats].sort());
      for (const seat of state.seats) expect(standing?.actors[seat]?.score, seat).toBeGreaterThanOrEqual(0);
      expect(matchStateSchema.safeParse(state).error).toBeUndefined();
    }
  });

  test('the ledger balances and nothing is refused to the bots of the third', () => {
    for (const { before, resolution } of matches.flat()) {
      const { state, ledger, refused } = resolution;
      expect(unbalanced(moneyOf(before), moneyOf(state), movedBy(ledger, 'money'))).toEqual([]);
      expect(unbalanced(chipsOf(before), chipsOf(state), movedBy(ledger, 'chips'))).toEqual([]);
      expect(() => canonicalText([state, ledger])).not.toThrow();
      expect(refused).toEqual({});
    }
  });

  test('the third bloc plays: it decrees, trains, makes and sells', () => {
    const kinds = new Set<string>();
    const topics = new Set<string>();
    for (const { inputs, resolution } of matches.flat()) {
      for (const [seat, orders] of Object.entries(inputs.orders))
        if (ruleset.actors[seat]?.bloc === BLOC) for (const { kind } of orders) kinds.add(kind);
      for (const { topic, subject } of resolution.ledger) if (ruleset.actors[subject]?.bloc === BLOC) topics.add(topic);
    }
    expect(kinds.size).toBeGreaterThan(8);
    expect([...topics]).toEqual(expect.arrayContaining(['money', 'chips', 'flop', 'research', 'capability', 'capital']));
    for (const steps of matches) {
      const state = last(steps);
      expect(state.actors['three-blocs:chipmaker']?.own.madeByTurn.some((made) => made > 0)).toBe(true);
      expect(state.blocs[BLOC]?.shared.domesticMilliH100e).toBeGreaterThan(0);
    }
  });

  test('each bloc sees what is its own and no other', () => {
    const [, , , , fifth] = matches[0] as Step[];
    const { state } = (fifth as Step).resolution;
    for (const seat of state.seats) {
      const { state: seen } = viewFor(ruleset, state, seat);
      const shared = Object.keys(seen.blocs).filter((bloc) => seen.blocs[bloc]?.shared !== undefined);
      expect(shared).toEqual([blocOf({ ruleset, state }, seat)]);
      expect(Object.keys(seen.lines).includes('three-blocs:logic')).toBe(shared[0] === BLOC);
      expect(advise(ruleset, { seat, state: seen }, 'three')).toHaveLength(3);
    }
  });

  test('a law of one bloc against another leaves the third alone', () => {
    const law = { kind: 'announce', law: 'base:chip-threshold', setting: 'total', target: BLOC };
    const [usual, denied] = [[], [law]].map((orders) => {
      let state = newMatch(ruleset, SCENARIO, seedOf('three', 'law'));
      for (const given of [orders, [], []]) {
        const played = resolve(ruleset, state, { orders: { 'base:washington-gov': given }, deals: [] });
        expect(played.refused).toEqual({});
        state = played.state;
      }
      return Object.fromEntries(Object.entries(state.blocs).map(([bloc, { open }]) => [bloc, open.deniedPermille]));
    });
    expect(usual?.[BLOC]).toBe(0);
    expect(denied?.[BLOC]).toBeGreaterThan(100);
    expect(denied?.['base:washington']).toBe(usual?.['base:washington']);
    expect(usual?.['base:beijing']).toBeGreaterThan(100);
    // Only by what the market has left: the law itself does not bind them.
    expect(Math.abs((denied?.['base:beijing'] ?? 0) - (usual?.['base:beijing'] ?? 0))).toBeLessThan(50);
  });
});
