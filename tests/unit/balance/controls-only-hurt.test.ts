/** The other side of the disputed question: the mod switches off all that pressure speeds, and nothing else. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rulesetWith } from '#server/cli/mods.ts';
import { playGame } from '#server/cli/play-games.ts';

const MOD = fileURLToPath(new URL('../../../assets/mods/controls-only-hurt', import.meta.url));

test('the mod changes no figure but those of pressure', async () => {
  const base = await rulesetWith();
  const mod = await rulesetWith([MOD]);
  for (const branch of Object.values(mod.branches))
    expect([branch.pressureSpeedPercent, branch.pressurePricePercent]).toEqual([0, 0]);
  const values = (rules: typeof base) => Object.values(rules.parameters).map(({ id, value }) => [id, value] as const);
  const changed = values(mod).filter(([id, value]) => base.parameters[id]?.value !== value);
  expect(changed.map(([id, value]) => [id.slice(id.indexOf(':') + 1), value])).toEqual([
    ['line-pressure', 0],
    ['pressure-funding-kusd', 0],
  ]);
  const rest = ({ mods, branches, parameters, ...others }: typeof base) => others;
  expect(rest(mod)).toEqual(rest(base));
});

test('a game with the mod is another game', async () => {
  const series = { scenario: Object.keys((await rulesetWith()).scenarios).sort()[1] ?? '', seed: 'mod-test', bots: {} };
  const [without, withMod] = [
    await playGame({ series, index: 1 }),
    await playGame({ series: { ...series, mods: [MOD] }, index: 1 }),
  ];
  expect(withMod.seed).toBe(without.seed);
  expect(withMod.hash).not.toBe(without.hash);
});

test('a folder that is no mod is a wrong call', async () => {
  await expect(rulesetWith(['no-such-folder'])).rejects.toThrow(/can't be read/);
});
