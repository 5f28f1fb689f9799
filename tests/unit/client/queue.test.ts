/** Research in line: what may wait, what falls out, and what is ordered by itself when a turn begins. */
import { expect, test } from 'vitest';
import { beginQueue, mayQueue, moved, stillQueued } from '#client/ui/match/queue.ts';
import { techStatus } from '#client/ui/match/tech-state.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import { missingNeeds } from '#shared/rules/research.ts';
import type { Tech } from '#shared/ruleset/schema/technology.ts';
import { viewFor } from '#shared/state/view.ts';

const SEAT = 'base:deepseek';
const { ruleset } = await loadBaseRuleset();
const state = newMatch(ruleset, 'base:long-race', 'c4'.padEnd(32, '0'));
const known: Known = { ruleset, seat: SEAT, state: viewFor(ruleset, state, SEAT).state };
const techs = Object.values(ruleset.techs);
const locked = techs.filter((tech) => techStatus(known, tech, []) === 'locked');
const research = (tech: string) => ({ kind: 'research', tech, effort: 'steady' });
/** Locked for one need alone, which can be started now. */
const pair = (): { tech: Tech; need: string } => {
  for (const tech of locked) {
    const [need, ...others] = missingNeeds(known, SEAT, tech);
    const found = need === undefined ? undefined : ruleset.techs[need];
    if (found !== undefined && others.length === 0 && techStatus(known, found, []) === 'available')
      return { tech, need: found.id };
  }
  throw new Error('no technology is locked by one that can start');
};

test('what is locked may wait once all that it needs is drafted or before it in line', () => {
  const { tech, need } = pair();
  expect(mayQueue(known, tech, [], [])).toBe(false);
  expect(mayQueue(known, tech, [research(need)], [])).toBe(true);
  expect(mayQueue(known, tech, [], [need])).toBe(true);
  expect(mayQueue(known, tech, [], [need, tech.id])).toBe(true);
  expect(mayQueue(known, tech, [], [tech.id, need])).toBe(false);
});

test('what loses its ground falls out of the line, and so does what waited for it', () => {
  const { tech, need } = pair();
  expect(stillQueued(known, [research(need)], [tech.id])).toEqual([tech.id]);
  expect(stillQueued(known, [], [tech.id])).toEqual([]);
  expect(stillQueued(known, [], [need, tech.id])).toEqual([need, tech.id]);
  expect(stillQueued(known, [research(need)], [need, tech.id])).toEqual([tech.id]);
});

test('a turn orders what it can, in order, once', () => {
  const only = (able: string) => (tech: string) => (tech === able ? research(tech) : null);
  expect(beginQueue(['a', 'b'], [], only('b'))).toEqual({ queue: ['a'], orders: [research('b')] });
  expect(beginQueue(['a'], [research('a')], only('a'))).toEqual({ queue: [], orders: [research('a')] });
  const orders = [research('x')];
  expect(beginQueue([], orders, () => null).orders).toBe(orders);
});

test('places in line can be changed, within it', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'z', 1)).toEqual(['a', 'b']);
});
