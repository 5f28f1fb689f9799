/** A bot's agenda: the same for a key, unlike between keys, with some technologies that are not its way. */
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { agendaOf } from '#shared/bots/agenda.ts';
import { botOrders } from '#shared/bots/bot.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { viewFor } from '#shared/state/view.ts';

const { ruleset } = await loadBaseRuleset();
const techs = Object.keys(ruleset.techs);

test('the same key gives the same taste, another key another one', () => {
  const weights = (key: string): number[] => techs.map(agendaOf(key));
  expect(weights('a')).toEqual(weights('a'));
  expect(weights('a')).not.toEqual(weights('b'));
});

test('over many matches about one technology in seven is not a bot’s way, and the mean is near 1', () => {
  const all = Array.from({ length: 200 }, (_, match) => techs.map(agendaOf(`match/${match}`))).flat();
  expect(all.filter((weight) => weight === 0).length / all.length).toBeCloseTo(0.15, 1);
  expect(all.reduce((sum, weight) => sum + weight, 0) / all.length).toBeCloseTo(1, 1);
  expect(Math.max(...all)).toBeLessThanOrEqual(1.8);
});

test('agendas set the research of equal bots apart', () => {
  const state = newMatch(ruleset, 'base:october-rule', 'agenda');
  const view = viewFor(ruleset, state, 'base:deepseek');
  const studied = (match: string): string =>
    botOrders(ruleset, view, 'normal', { turn: 'same', match })
      .filter(({ kind }) => kind === 'research')
      .map(({ tech }) => String(tech))
      .sort()
      .join();
  expect(new Set(Array.from({ length: 12 }, (_, match) => studied(`match/${match}`))).size).toBeGreaterThan(3);
});
