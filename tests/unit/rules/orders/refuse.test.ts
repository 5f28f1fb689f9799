/** Refuse: a quota of domestic chips for one's own buyers. */
import { expect, test } from 'vitest';
import { BEIJING, capitalFor, causedBy, checked, EAST, later, october, play, reasonOf, without } from '../situation.ts';

const refuse = (setting: string, law = 'refusal') => ({ kind: 'refuse', law: `base:${law}`, setting });

test('is a law on the own side with the same notice', () => {
  const before = october();
  const { state, ledger } = play(before, { [BEIJING]: [refuse('quota-50')] });
  const law = Object.values(state.laws).find((item) => item.lever === 'refusal');
  expect(law).toMatchObject({ by: BEIJING, target: EAST, forceTurn: 2 });
  expect(causedBy(ledger, BEIJING, 'refuse').map((entry) => entry.item)).toContain(law?.id);
  expect(capitalFor(ledger, BEIJING, 'refuse')).toBe(checked(before, BEIJING, refuse('quota-50')).cost.capital);
});

test('refuses what is no refusal, no setting, or stands already', () => {
  expect(reasonOf(october(), BEIJING, refuse('stop', 'minerals'))).toBe('reject.law.unknown');
  expect(reasonOf(october(), BEIJING, refuse('quota-100'))).toBe('reject.law.setting');
  const standing = later(play(october(), { [BEIJING]: [refuse('quota-50')] }).state, 1);
  expect(reasonOf(standing, BEIJING, refuse('quota-50'))).toBe('reject.law.standing');
  expect(reasonOf(standing, BEIJING, refuse('quota-30'))).toBeNull();
  expect(reasonOf(october(), BEIJING, refuse('quota-50'), without('sanctions'))).toBe('reject.sanctions.off');
});

test('no truce bars it: it binds only one’s own', () => {
  const truce = october((state) => state.truces.push({ blocs: [EAST, 'base:washington'], untilTurn: 3 }));
  expect(reasonOf(truce, BEIJING, refuse('quota-30'))).toBeNull();
});
