/** The list of one's own matches: newest first, and what makes room when it is full. */
import { beforeEach, expect, test } from 'vitest';
import { forgetMatch, keepMatch, type OwnMatch, ownMatch, ownMatches } from '#client/net/tokens.ts';

const stored = new Map<string, string>();
Object.assign(globalThis, {
  localStorage: {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  },
});
beforeEach(() => stored.clear());

const match = (matchId: string, more: Partial<OwnMatch> = {}): OwnMatch => ({
  matchId,
  token: 'secret',
  scenario: 'base:short',
  seat: null,
  name: 'Ada',
  seenMs: 0,
  ended: false,
  ...more,
});
const ids = (): string[] => ownMatches().map(({ matchId }) => matchId);

test('the newest comes first, and a match that is kept again moves there', () => {
  for (const id of ['a', 'b', 'c']) keepMatch(match(id));
  keepMatch(match('a', { place: 'here' }));
  expect(ids()).toEqual(['a', 'c', 'b']);
  expect(ownMatch('a')?.place).toBe('here');
});

test('a full list gives up what has ended before what goes on', () => {
  for (let at = 1; at <= 12; at += 1) keepMatch(match(`m${at}`, { ended: at === 5 }));
  keepMatch(match('new'));
  expect(ids()).toHaveLength(12);
  expect(ids()).not.toContain('m5');
  expect(ids()).toContain('m1');
  keepMatch(match('newer'));
  expect(ids()).not.toContain('m1');
});

test('a match that goes on in this browser is never given up', () => {
  for (let at = 1; at <= 13; at += 1) keepMatch(match(`m${at}`, { place: 'here' }));
  expect(ids()).toHaveLength(13);
  keepMatch(match('server'));
  keepMatch(match('again', { place: 'here' }));
  expect(ids()).toHaveLength(14);
  expect(ids()).not.toContain('server');
});

test('a match can be taken off, and a broken list counts as empty', () => {
  keepMatch(match('a'));
  keepMatch(match('b'));
  forgetMatch('a');
  expect(ids()).toEqual(['b']);
  stored.set('chokepoint:matches', '{');
  expect(ids()).toEqual([]);
});
