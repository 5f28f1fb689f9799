/** Build: power at a site, ready some turns later. */
import { expect, test } from 'vitest';
import { causedBy, checked, DEEPSEEK, later, october, ownOf, paidFor, play, reasonOf, teach } from '../situation.ts';

const build = (site: string, mw: number) => ({ kind: 'build', site: `base:${site}`, mw });

test('pays at once and brings power two turns later', () => {
  const before = october();
  const order = build('guizhou', 20);
  const { state, ledger } = play(before, { [DEEPSEEK]: [order] });
  expect(paidFor(ledger, DEEPSEEK, 'build')).toBe(checked(before, DEEPSEEK, order).cost.kusd);
  expect(causedBy(ledger, DEEPSEEK, 'build').map((entry) => entry.topic)).toContain('build');
  expect(ownOf(state, DEEPSEEK).powerMw['base:guizhou']).toBeUndefined();
  expect(ownOf(later(state, 2), DEEPSEEK).powerMw['base:guizhou']).toBe(20);
});

test.each([
  ['reject.build.site', build('texas', 10)],
  ['reject.build.site', build('singapore', 10)],
  ['reject.build.limit', build('zhangjiakou', 1000)],
])('%s: %o', (reason, order) => {
  expect(reasonOf(october(), DEEPSEEK, order)).toBe(reason);
});

test('turbines on site make it a turn faster', () => {
  const { state } = play(
    october((start) => teach(start, DEEPSEEK, 'on-site-turbines')),
    { [DEEPSEEK]: [build('guizhou', 20)] },
  );
  expect(ownOf(state, DEEPSEEK).builds).toEqual([{ site: 'base:guizhou', mw: 20, dueTurn: 1 }]);
});
