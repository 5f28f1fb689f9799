/** Reserve: money down for dies, memory or packages for eight turns; the line grows by a part of it. */
import { expect, test } from 'vitest';
import { checked, DEEPSEEK, HUAWEI, NVIDIA, october, ownOf, paidFor, parameter, play, reasonOf, ruleset } from '../situation.ts';

const reserve = (input: string, units: number) => ({ kind: 'reserve', input, units });

test('is paid at once and stands for eight turns', () => {
  const { cost } = checked(october(), NVIDIA, reserve('packaging', 1000));
  expect(cost.kusd).toBe(Math.ceil(1000 * parameter('reserve-kusd-per-unit')));
  const { state, ledger } = play(october(), { [NVIDIA]: [reserve('packaging', 1000)] });
  expect(ownOf(state, NVIDIA).reservations).toEqual([{ input: 'packaging', units: 1000, untilTurn: 8 }]);
  expect(paidFor(ledger, NVIDIA, 'reserve')).toBe(cost.kusd);
  expect(reasonOf(state, NVIDIA, reserve('packaging', 1000))).toBe('reject.reserve.standing');
  expect(reasonOf(state, NVIDIA, reserve('memory', 1000))).toBeNull();
});

test('the lines of the input grow beyond what they would, no others, and not beyond their limit', () => {
  const without = play(october()).state;
  const { state } = play(october(), { [NVIDIA]: [reserve('packaging', 100_000)] });
  const grown = Object.keys(state.lines).filter((id) => state.lines[id]?.units !== without.lines[id]?.units);
  expect(grown.length).toBeGreaterThan(0);
  for (const id of grown) {
    expect(ruleset.lines[id]).toMatchObject({ input: 'packaging' });
    expect(ruleset.lines[id]?.customers).toContain(NVIDIA);
    expect(state.lines[id]?.units).toBeGreaterThan(without.lines[id]?.units ?? 0);
    expect(state.lines[id]?.units).toBeLessThanOrEqual(ruleset.lines[id]?.maxUnits ?? 0);
  }
});

test('at most half of what the lines give, and only from lines that serve the maker', () => {
  const rejection = checked(october(), NVIDIA, reserve('packaging', 5_000_000)).rejection;
  expect(rejection?.id).toBe('reject.reserve.most');
  const most = Number(rejection?.params.most);
  expect(reasonOf(october(), NVIDIA, reserve('packaging', most))).not.toBe('reject.reserve.most');
  expect(reasonOf(october(), NVIDIA, reserve('packaging', most + 1))).toBe('reject.reserve.most');
  expect(Number(checked(october(), HUAWEI, reserve('packaging', 5_000_000)).rejection?.params.most)).toBeLessThan(most);
  expect(reasonOf(october(), DEEPSEEK, reserve('packaging', 1))).not.toBeNull();
});
