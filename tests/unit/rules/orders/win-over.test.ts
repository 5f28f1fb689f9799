/** Win over: an ally's alignment rises by a favour of capital or money; two courts cancel each other. */
import { expect, test } from 'vitest';
import type { MatchState } from '#shared/state/schema.ts';
import {
  BEIJING,
  capitalFor,
  checked,
  DEEPSEEK,
  EAST,
  lines,
  october,
  ownOf,
  paidFor,
  parameter,
  play,
  reasonOf,
  ruleset,
  WASHINGTON,
  WEST,
  without,
} from '../situation.ts';

const ally = 'base:netherlands';
const winOver = (favour: string, who = ally) => ({ kind: 'win-over', ally: who, favour });
/** No event moves an ally. */
const calm = { ...ruleset, events: {} };
const at = (west: number, east: number): MatchState =>
  october((state) => {
    state.alignment[ally] = { [WEST]: west, [EAST]: east };
    for (const seat of [WASHINGTON, BEIJING]) ownOf(state, seat).cashKusd = 10_000_000;
  });

test.each(['capital', 'money'])('a favour of %s: alignment rises by its gain, and is paid', (favour) => {
  const quiet = play(at(50, 20), {}, [], calm).state.alignment[ally]?.[WEST] ?? 0;
  const { state, ledger } = play(at(50, 20), { [WASHINGTON]: [winOver(favour)] }, [], calm);
  expect((state.alignment[ally]?.[WEST] ?? 0) - quiet).toBe(parameter('favour-gain'));
  if (favour === 'capital') expect(capitalFor(ledger, WASHINGTON, 'win-over')).toBe(parameter('favour-capital'));
  else expect(paidFor(ledger, WASHINGTON, 'win-over')).toBe(parameter('favour-kusd'));
});

test('who is courted by both moves to neither, and both have paid', () => {
  const quiet = play(at(50, 20), {}, [], calm).state.alignment[ally];
  const { state, ledger } = play(at(50, 20), { [WASHINGTON]: [winOver('money')], [BEIJING]: [winOver('money')] }, [], calm);
  expect(state.alignment[ally]).toEqual(quiet);
  expect(lines(ledger, 'report.win-over.cancelled')).toHaveLength(2);
  for (const seat of [WASHINGTON, BEIJING]) expect(paidFor(ledger, seat, 'win-over')).toBe(parameter('favour-kusd'));
});

test('up to full alignment, of allies that exist, by governments', () => {
  expect(checked(at(99, 0), WASHINGTON, winOver('money')).rejection).toBeNull();
  expect(play(at(99, 0), { [WASHINGTON]: [winOver('money')] }).state.alignment[ally]?.[WEST]).toBeLessThanOrEqual(100);
  expect(reasonOf(at(100, 0), WASHINGTON, winOver('money'))).toBe('reject.win-over.full');
  expect(reasonOf(at(50, 0), WASHINGTON, winOver('money', 'base:nobody'))).toBe('reject.win-over.ally');
  expect(reasonOf(at(50, 0), WASHINGTON, winOver('money'), without('diplomacy'))).toBe('reject.diplomacy.off');
  expect(reasonOf(at(50, 0), DEEPSEEK, winOver('money'))).toBe('reject.role');
});
