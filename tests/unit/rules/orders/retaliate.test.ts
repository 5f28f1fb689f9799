/** Retaliate: only who was wronged of late may stop minerals, shut a market or sue, and it raises escalation. */
import { expect, test } from 'vitest';
import {
  BEIJING,
  capitalFor,
  checked,
  EAST,
  enact,
  NVIDIA,
  october,
  parameter,
  play,
  reasonOf,
  ruleset,
  WASHINGTON,
  WEST,
} from '../situation.ts';

const retaliate = (law: string, setting: string, target: string) => ({ kind: 'retaliate', law: `base:${law}`, setting, target });
const minerals = retaliate('minerals', 'stop', WEST);
/** Turn 4; all that Washington's side ever did to Beijing's is one control, announced in this turn. */
const wronged = (announcedTurn: number) =>
  october((state) => {
    state.laws = {};
    state.turn = 4;
    enact(state, 'tools', 'total', WASHINGTON, EAST, { announcedTurn });
  });

test('is open to the wronged, for so many turns', () => {
  const turns = parameter('wronged-turns');
  expect(reasonOf(wronged(4), BEIJING, minerals)).toBeNull();
  expect(reasonOf(wronged(4 - turns), BEIJING, minerals)).toBeNull();
  expect(reasonOf(wronged(4 - turns - 1), BEIJING, minerals)).toBe('reject.retaliate.not-wronged');
});

test('stands as a law, charges what it said, and raises escalation by what the law says', () => {
  const before = wronged(4);
  const { cost } = checked(before, BEIJING, minerals);
  const { state, ledger } = play(before, { [BEIJING]: [minerals] });
  const law = Object.values(state.laws).find((item) => item.by === BEIJING);
  expect(law).toMatchObject({ law: 'base:minerals', lever: 'minerals', target: WEST, announcedTurn: 4 });
  expect(capitalFor(ledger, BEIJING, 'retaliate')).toBe(cost.capital);
  const causes = ledger.filter((entry) => entry.topic === 'escalation').flatMap((entry) => entry.causes);
  const points = ruleset.laws['base:minerals']?.escalation;
  expect(causes).toContainEqual(expect.objectContaining({ kind: 'law', by: BEIJING, amount: points }));
});

test.each([
  ['reject.law.unknown', retaliate('tools', 'total', WEST)],
  ['reject.law.setting', retaliate('minerals', 'nothing', WEST)],
  ['reject.law.target', retaliate('minerals', 'stop', EAST)],
  ['reject.law.target', retaliate('minerals', 'stop', NVIDIA)],
])('%s: %o', (reason, order) => {
  expect(reasonOf(wronged(4), BEIJING, order)).toBe(reason);
});
