/** Views: a seat's view depends on all that it may see by the schema's declarations, and on nothing else. */
import { describe, expect, test } from 'vitest';
import type { MatchState } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { cloneJson } from '#shared/util/clone.ts';
import { drawInt } from '#shared/util/keyed-random.ts';
import { FULL } from '#tests/counts.ts';
import { another, maySee, type Path, type Place, placesOf, setAt, valueAt, withAllHiddenChanged } from './leaves.ts';
import { ruleset, SCENARIOS, seedOf, stepsOf } from './matches.ts';

/** Places of a view that are changed one at a time. */
const SAMPLES = FULL ? 100_000 : 150;

const bytes = (state: MatchState, seat: string | null): string => JSON.stringify(viewFor(ruleset, state, seat));
const viewers = (state: MatchState): (string | null)[] => [...state.seats, null];

/** The state of a match with most deals, in play and as if it had ended then. */
function statesOf(scenario: string): [string, MatchState][] {
  const steps = stepsOf(scenario, seedOf('views', scenario));
  const states = steps.map(({ resolution }) => resolution.state);
  const [most] = states.slice(2, -1).toSorted((a, b) => Object.keys(b.deals).length - Object.keys(a.deals).length) as [
    MatchState,
  ];
  return [
    ['in play', most],
    ['ended', { ...most, ended: 'time' }],
  ];
}

/** Changes a leaf to another value, adds a copy of an entry, then undoes it; calls `look` in between. */
function withChange(state: MatchState, { path, leaf }: Place, look: () => void): void {
  const before = valueAt(state, path);
  if (leaf) {
    setAt(state, path, another(before));
    look();
    setAt(state, path, before);
    return;
  }
  const holder = valueAt(state, path.slice(0, -1)) as Record<string, unknown> | unknown[];
  if (Array.isArray(holder)) {
    holder.push(before);
    look();
    holder.pop();
    return;
  }
  const key = `${path[path.length - 1]}~`;
  holder[key] = before;
  look();
  delete holder[key];
}

const sample = (places: readonly Place[], key: string): readonly Place[] =>
  places.length <= SAMPLES ? places : Array.from({ length: SAMPLES }, (_, n) => places[drawInt(places.length, key, n)] as Place);

const text = (path: Path): string => path.join(' ');

describe.each(SCENARIOS.flatMap((scenario) => statesOf(scenario).map(([when, state]) => ({ scenario, when, state }))))(
  '$scenario, $when',
  ({ when, state }) => {
    const places = placesOf(state).filter(({ leaf, optional }) => leaf || optional);

    test('there is something of every audience to see', () => {
      const audiences = new Set(places.flatMap(({ declared }) => declared.map(({ audience }) => audience)));
      expect([...audiences].sort()).toEqual(['bloc', 'ended', 'hidden', 'owner', 'parties', 'public']);
      expect(state.ended === 'no').toBe(when === 'in play');
    });

    test.each(viewers(state))('%s sees exactly the values that it may see', (seat) => {
      const seen = JSON.parse(bytes(state, seat)).state as MatchState;
      const shown = new Set(
        placesOf(seen)
          .filter(({ leaf }) => leaf)
          .map(({ path }) => text(path)),
      );
      for (const place of places) {
        if (!place.leaf) continue;
        const visible = maySee(state, seat, place);
        expect(shown.has(text(place.path)), text(place.path)).toBe(visible);
        if (visible) expect(valueAt(seen, place.path)).toBe(valueAt(state, place.path));
        shown.delete(text(place.path));
      }
      expect([...shown]).toEqual([]);
    });

    test.each(viewers(state))('%s cannot tell what else is hidden', (seat) => {
      const changed = withAllHiddenChanged(state, seat);
      expect(changed.changes).toBeGreaterThan(50);
      expect(bytes(changed.state, seat)).toBe(bytes(state, seat));
    });

    test.each(viewers(state))('%s: one change at a time shows if and only if it may be seen', (seat) => {
      const usual = bytes(state, seat);
      const copy = cloneJson(state);
      const [seen, unseen] = [true, false].map((visible) => places.filter((place) => maySee(state, seat, place) === visible));
      for (const [list, visible] of [
        [seen ?? [], true],
        [unseen ?? [], false],
      ] as const)
        for (const place of sample(list, `${seat}`))
          withChange(copy, place, () => expect(bytes(copy, seat) !== usual, text(place.path)).toBe(visible));
      expect(copy).toEqual(state);
    });
  },
);
