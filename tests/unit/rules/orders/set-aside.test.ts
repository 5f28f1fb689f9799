/** Set aside: chips kept for a bloc or a lab before the open market, and the list price. */
import { expect, test } from 'vitest';
import {
  actorOf,
  causedBy,
  checked,
  DEEPSEEK,
  EAST,
  HUAWEI,
  NVIDIA,
  october,
  ownOf,
  play,
  QWEN,
  reasonOf,
  ruleset,
} from '../situation.ts';

const price = ruleset.chips['base:ascend-910b']?.priceKusd ?? 0;
const aside = (units: number, target = EAST, chip = 'ascend-910b', priceKusd = price) => ({
  kind: 'set-aside',
  chip: `base:${chip}`,
  target,
  units,
  priceKusd,
});

test('stands until it is changed, in public, with the price asked from now on', () => {
  const { state, ledger } = play(october(), { [HUAWEI]: [aside(5000, EAST, 'ascend-910b', price + 1)] });
  expect(actorOf(state, HUAWEI).open.setAside['base:ascend-910b']).toEqual({ [EAST]: 5000 });
  expect(actorOf(state, HUAWEI).open.pricesKusd['base:ascend-910b']).toBe(price + 1);
  expect(causedBy(ledger, HUAWEI, 'set-aside')[0]).toMatchObject({ before: 0, after: 5000, audience: 'all' });
  const { state: ended } = play(state, { [HUAWEI]: [aside(0)] });
  expect(actorOf(ended, HUAWEI).open.setAside['base:ascend-910b']).toEqual({});
});

test('who it is kept for is served first', () => {
  const order = { kind: 'buy', chip: 'base:ascend-910b', units: 4000 };
  const short = () =>
    october((state) => {
      for (const seat of [DEEPSEEK, QWEN]) ownOf(state, seat).cashKusd = 10_000_000;
      ownOf(state, HUAWEI).inventory['base:ascend-910b'] = 4000;
      for (const line of Object.values(state.lines)) if (line.bloc === EAST) line.units = 0;
    });
  const got = (orders: Parameters<typeof play>[1]) =>
    ownOf(play(short(), { [DEEPSEEK]: [order], [QWEN]: [order], ...orders }).state, DEEPSEEK).arriving.reduce(
      (sum, shipment) => sum + (shipment.chip === 'base:ascend-910b' ? shipment.units : 0),
      0,
    );
  expect(got({ [HUAWEI]: [aside(4000, DEEPSEEK)] })).toBe(4000);
  expect(got({})).toBeLessThan(2001);
});

test.each([
  ['reject.set-aside.chip', aside(1, EAST, 'h100')],
  ['reject.set-aside.target', aside(1, 'base:huawei')],
  ['reject.set-aside.price', aside(1, EAST, 'ascend-910b', price * 2 + 1)],
  ['reject.set-aside.price', aside(1, EAST, 'ascend-910b', Math.floor(price / 2) - 1)],
])('%s: %o', (reason, order) => {
  expect(reasonOf(october(), HUAWEI, order)).toBe(reason);
});

test('warns where a law will keep the chips from whom they are kept for', () => {
  const banned = Object.keys(actorOf(october(), NVIDIA).open.pricesKusd).find((id) => (ruleset.chips[id]?.tpp ?? 0) > 4800) ?? '';
  const list = ruleset.chips[banned]?.priceKusd ?? 1;
  const order = { kind: 'set-aside', chip: banned, target: EAST, units: 10, priceKusd: list };
  expect(checked(october(), NVIDIA, order).care?.id).toBe('care.stock-written-off');
  expect(checked(october(), HUAWEI, aside(10)).care).toBeNull();
});
