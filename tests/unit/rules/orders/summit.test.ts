/** Summit: two governments that call each other calm the world and may agree on a truce; one alone is declined in public. */
import { expect, test } from 'vitest';
import {
  BEIJING,
  capitalFor,
  checked,
  DEEPSEEK,
  EAST,
  lines,
  october,
  parameter,
  play,
  reasonOf,
  WASHINGTON,
  WEST,
  without,
} from '../situation.ts';

const summit = (other: string, aim = 'safety') => ({ kind: 'summit', with: other, aim });
const hot = (escalation = 60) =>
  october((state) => {
    state.escalation = escalation;
  });
const quiet = play(hot()).state.escalation;

test('both call: escalation falls by the calm of a summit, and both pay', () => {
  const { state, ledger } = play(hot(), { [WASHINGTON]: [summit(BEIJING)], [BEIJING]: [summit(WASHINGTON)] });
  expect(state.escalation).toBe(quiet - parameter('summit-calm'));
  expect(state.truces).toEqual([]);
  expect(lines(ledger, 'report.summit')).toHaveLength(1);
  for (const seat of [WASHINGTON, BEIJING]) expect(capitalFor(ledger, seat, 'summit')).toBe(parameter('summit-capital'));
});

test('both want a truce: it stands for its turns; soon after, a summit calms half', () => {
  const { state } = play(hot(), { [WASHINGTON]: [summit(BEIJING, 'truce')], [BEIJING]: [summit(WASHINGTON, 'truce')] });
  expect(state.truces).toEqual([{ blocs: [EAST, WEST].sort(), untilTurn: parameter('truce-turns') }]);
  expect(reasonOf(state, BEIJING, summit(WASHINGTON, 'truce'))).toBe('reject.summit.truce');
  const next = play(state).state.escalation;
  const again = play(state, { [WASHINGTON]: [summit(BEIJING)], [BEIJING]: [summit(WASHINGTON)] }).state;
  expect(next - again.escalation).toBe(Math.round(parameter('summit-calm') / 2));
});

test('one wants a truce, the other does not: they talk, and none is made', () => {
  const { state, ledger } = play(hot(), { [WASHINGTON]: [summit(BEIJING, 'truce')], [BEIJING]: [summit(WASHINGTON)] });
  expect(state.truces).toEqual([]);
  expect(lines(ledger, 'report.summit')).toHaveLength(1);
});

test('declined in public: it calms a little', () => {
  const { state, ledger } = play(hot(), { [WASHINGTON]: [summit(BEIJING)] });
  expect(state.escalation).toBe(quiet - parameter('summit-one-sided-calm'));
  expect(lines(ledger, 'report.summit.declined')[0]?.audience).toBe('all');
});

test('at the last call it is free', () => {
  expect(checked(hot(84), WASHINGTON, summit(BEIJING)).cost.capital).toBe(parameter('summit-capital'));
  expect(checked(hot(85), WASHINGTON, summit(BEIJING)).cost.capital).toBe(0);
});

test('with a rival government only, and only where there is diplomacy', () => {
  expect(reasonOf(hot(), WASHINGTON, summit(DEEPSEEK))).toBe('reject.summit.with');
  expect(reasonOf(hot(), WASHINGTON, summit(BEIJING), without('diplomacy'))).toBe('reject.diplomacy.off');
});
