/** Forecasts: bots order for the others, a range grows from samples that are kept, and it says what it assumes. */
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { openPreview, openPreviews, preview } from '#shared/bots/preview.ts';
import { trainOutlook } from '#shared/bots/train-outlook.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { train } from '#shared/rules/orders/train.ts';
import { viewFor } from '#shared/state/view.ts';

const SEAT = 'base:deepseek';
const { ruleset } = await loadBaseRuleset();
const view = viewFor(ruleset, newMatch(ruleset, 'base:october-rule', 'ab'.repeat(16)), SEAT);
const order = { kind: 'train', name: 'V', sharePermille: 500, turns: 2 } as const;
const known = { ruleset, seat: SEAT, state: view.state };

test('more samples go on from those that are there', () => {
  const grown = openPreview(ruleset, view, [order], { key: 'k', others: 'bots' });
  const few = grown(4);
  expect(grown(10)).toEqual(preview(ruleset, view, [order], { key: 'k', others: 'bots', samples: 10 }));
  expect(grown(4)).toEqual(few);
});

test('drafts of a turn are played ahead in the same games, whichever comes first', () => {
  const open = openPreviews(ruleset, view, { key: 'k', others: 'bots' });
  const [idle, trained] = [open([]), open([order])];
  expect(idle(4)).not.toEqual(trained(4));
  expect(trained(8)).toEqual(preview(ruleset, view, [order], { key: 'k', others: 'bots', samples: 8 }));
  expect(idle(8)).toEqual(preview(ruleset, view, [], { key: 'k', others: 'bots', samples: 8 }));
});

test('it says how often it was played ahead, and what the others are thought to do', () => {
  const assumed = (others: 'stand' | 'bots', samples: number) =>
    preview(ruleset, view, [order], { key: 'k', others, samples }).assumes.map(({ id }) => id);
  expect(assumed('stand', 2)).toEqual(['forecast.assumes.standing', 'forecast.assumes.samples']);
  expect(assumed('bots', 10)).toEqual(['forecast.assumes.bots', 'forecast.assumes.middle']);
});

test('orders of the others change what comes', () => {
  const lines = (others: 'stand' | 'bots') => preview(ruleset, view, [order], { key: 'k', others, samples: 4 }).lines;
  expect(lines('bots')).not.toEqual(lines('stand'));
});

test('a run has a range, a chance to fail, and a price of which the board shows a part', () => {
  const { lowMilli, highMilli, failPermille, turnKusd, finalKusd, listKusd, shownKusd } = trainOutlook(known, order);
  expect(lowMilli).toBeLessThan(highMilli);
  expect(failPermille).toBeGreaterThan(0);
  expect(failPermille).toBeLessThan(1000);
  expect(turnKusd).toBe(train.cost(known, order).kusd);
  expect(finalKusd).toBeLessThan(listKusd);
  expect(shownKusd).toBe(2 * finalKusd);
});
