/** A state is plain data: written, read, checked or with its keys in another order, it plays on to the same hashes. */
import { describe, expect, test } from 'vitest';
import { resolve } from '#shared/rules/resolve.ts';
import { type MatchState, matchStateSchema } from '#shared/state/schema.ts';
import { drawInt } from '#shared/util/keyed-random.ts';
import { canonicalText, stableHash } from '#shared/util/stable-hash.ts';
import { FULL } from '#tests/counts.ts';
import { reordered, ruleset, SCENARIOS, seedOf, stepsOf } from './matches.ts';

const written = (state: MatchState): MatchState => JSON.parse(JSON.stringify(state));
const checked = (state: MatchState): MatchState => matchStateSchema.parse(written(state));
const stored = (state: MatchState): MatchState => JSON.parse(canonicalText(state));
const mixed = (state: MatchState): MatchState =>
  reordered(state, (keys) => keys.toSorted((a, b) => drawInt(1_000_000, a) - drawInt(1_000_000, b)));

const WAYS = { written, checked, stored, mixed, reversed: (state: MatchState) => reordered(state, (keys) => keys.toReversed()) };
/** How many turns are played on from each snapshot. */
const AHEAD = FULL ? 60 : 3;

describe.each(SCENARIOS)('%s', (scenario) => {
  const steps = stepsOf(scenario, seedOf('snapshot', scenario));
  const last = steps[steps.length - 1]?.resolution.state as MatchState;

  test.each(Object.entries(WAYS))('%s: equal data', (_, way) => {
    for (const state of [...steps.map(({ before }) => before), last]) {
      expect(way(state)).toEqual(state);
      expect(stableHash(way(state))).toBe(stableHash(state));
    }
  });

  test.each(Object.entries(WAYS))('%s: the same later hashes', (_, way) => {
    for (let from = 0; from < steps.length; from += FULL ? 1 : 4) {
      let state = way(steps[from]?.before as MatchState);
      for (const { inputs, resolution } of steps.slice(from, from + AHEAD)) {
        const played = resolve(ruleset, state, inputs);
        expect(stableHash(played.state), `turn ${state.turn} from ${from}`).toBe(stableHash(resolution.state));
        expect(stableHash(played.ledger)).toBe(stableHash(resolution.ledger));
        state = way(played.state);
      }
    }
  });

  test('resolving leaves the state before it and the inputs as they were', () => {
    for (const { before, inputs } of steps.slice(0, 4)) {
      const texts = [canonicalText(before), canonicalText(inputs)];
      resolve(ruleset, before, inputs);
      expect([canonicalText(before), canonicalText(inputs)]).toEqual(texts);
    }
  });

  test('a state that differs in one number plays on to another hash', () => {
    const { before, inputs, resolution } = steps[0] as (typeof steps)[number];
    const other = written(before);
    for (const seat of other.seats) (other.actors[seat] as MatchState['actors'][string]).own.cashKusd += 1;
    expect(stableHash(resolve(ruleset, other, inputs).state)).not.toBe(stableHash(resolution.state));
  });
});
