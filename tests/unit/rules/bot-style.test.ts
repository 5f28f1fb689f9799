/** What players read of a bot's style follows from the ruleset: what stands out is named, the middle is not. */
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { styleWords } from '#shared/bots/style.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';

const { ruleset } = await loadBaseRuleset();

function withBot(seat: string, boldPermille: number, openPermille: number): Ruleset {
  const actor = ruleset.actors[seat];
  if (actor === undefined) throw new Error(`no actor ${seat}`);
  return { ...ruleset, actors: { ...ruleset.actors, [seat]: { ...actor, bot: { boldPermille, openPermille } } } };
}

test.each([
  [700, 900, ['bold', 'open']],
  [600, 600, ['bold', 'open']],
  [599, 401, []],
  [400, 400, ['cautious', 'closed']],
  [500, 50, ['closed']],
])('a lab that is %i bold and %i open reads %j', (bold, open, words) => {
  expect(styleWords(withBot('base:openai', bold, open), 'base:openai')).toEqual(words);
});

test('a government has nothing to open', () => {
  expect(styleWords(withBot('base:washington-gov', 900, 900), 'base:washington-gov')).toEqual(['bold']);
});

test('the labs of the base game do not all read alike', () => {
  const seats = ruleset.scenarios['base:long-race']?.seats ?? [];
  const read = new Set(seats.map((seat) => styleWords(ruleset, seat).join()));
  expect(read.size).toBeGreaterThan(3);
  expect(read).toContain('closed');
  expect(read).toContain('bold,open');
});
