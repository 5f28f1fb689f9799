/** Announce: a control enters the book with two turns' notice. */
import { expect, test } from 'vitest';
import { capitalFor, causedBy, checked, EAST, october, play, reasonOf, teach, WASHINGTON, without } from '../situation.ts';

const announce = (law: string, setting: string, target = EAST) => ({ kind: 'announce', law: `base:${law}`, setting, target });
const total = announce('chip-threshold', 'total');

test('puts the law into the book, to bite two turns later, and charges what it said', () => {
  const before = october();
  const { cost } = checked(before, WASHINGTON, total);
  const { state, ledger } = play(before, { [WASHINGTON]: [total] });
  const law = Object.values(state.laws).find((item) => item.setting.key === 'total');
  expect(law).toMatchObject({ law: 'base:chip-threshold', target: EAST, announcedTurn: 0, forceTurn: 2 });
  expect(causedBy(ledger, WASHINGTON, 'announce')).toContainEqual(expect.objectContaining({ topic: 'law', item: law?.id }));
  expect(capitalFor(ledger, WASHINGTON, 'announce')).toBe(cost.capital);
});

test.each([
  ['reject.law.unknown', announce('nothing', 'total')],
  ['reject.law.unknown', announce('minerals', 'stop')],
  ['reject.law.not-yours', announce('memory', 'total')],
  ['reject.law.setting', announce('tools', 'nothing')],
  ['reject.law.target', announce('tools', 'total', 'base:washington')],
  ['reject.law.standing', announce('chip-threshold', 'tpp-2400')],
])('%s: %o', (reason, order) => {
  expect(reasonOf(october(), WASHINGTON, order)).toBe(reason);
});

test('a technology opens the lever', () => {
  expect(
    reasonOf(
      october((state) => teach(state, WASHINGTON, 'memory-control')),
      WASHINGTON,
      announce('memory', 'total'),
    ),
  ).toBeNull();
});

test('a truce bars it, and so does a match without sanctions', () => {
  const truce = october((state) => state.truces.push({ blocs: [EAST, 'base:washington'], untilTurn: 3 }));
  expect(reasonOf(truce, WASHINGTON, total)).toBe('reject.truce');
  expect(reasonOf(october(), WASHINGTON, total, without('sanctions'))).toBe('reject.sanctions.off');
});

test('costs more the more is denied, and double soon after another control', () => {
  const easy = october((state) => Object.assign(state.blocs[EAST]?.open ?? {}, { deniedPermille: 0 }));
  const base = checked(easy, WASHINGTON, announce('tools', 'total')).cost.capital;
  const hard = october((state) => Object.assign(state.blocs[EAST]?.open ?? {}, { deniedPermille: 650 }));
  expect(checked(hard, WASHINGTON, announce('tools', 'total')).cost.capital).toBe(base + 6);
  const soon = play(easy, { [WASHINGTON]: [total] }).state;
  Object.assign(soon.blocs[EAST]?.open ?? {}, { deniedPermille: 0 });
  expect(checked(soon, WASHINGTON, announce('tools', 'total')).cost.capital).toBe(base * 2);
});
