/** License: a chip above the threshold may be sold after all, capped and with a share for the state. */
import { expect, test } from 'vitest';
import { capitalFor, causedBy, checked, DEEPSEEK, EAST, october, play, reasonOf, teach, WASHINGTON } from '../situation.ts';

const license = (chip: string, setting = 'share-25', target = EAST) => ({
  kind: 'license',
  chip: `base:${chip}`,
  setting,
  target,
});
const ready = () => october((state) => teach(state, WASHINGTON, 'paid-licences'));
const lead = (state: ReturnType<typeof october>, milli: number) => {
  for (const model of Object.values(state.models))
    model.capabilityMilli = state.actors[model.by]?.bloc === EAST ? 40_000 : 40_000 + milli;
  return state;
};

test('opens the sale in the next turn', () => {
  const { state, ledger } = play(lead(ready(), 10_000), { [WASHINGTON]: [license('h200')] });
  const law = Object.values(state.laws).find((item) => item.lever === 'licence');
  expect(law).toMatchObject({ chip: 'base:h200', forceTurn: 1, untilTurn: 5 });
  expect(causedBy(ledger, WASHINGTON, 'license').map((entry) => entry.item)).toContain(law?.id);
  expect(reasonOf(state, DEEPSEEK, { kind: 'buy', chip: 'base:h200', units: 10 })).toBeNull();
});

test.each([
  ['a lead', 4000, 2],
  ['hardly a lead', 3999, 8],
])('costs by the lead, and charges what it says: %s', (_name, milli, capital) => {
  const before = lead(ready(), milli);
  expect(checked(before, WASHINGTON, license('h200')).cost.capital).toBe(capital);
  expect(capitalFor(play(before, { [WASHINGTON]: [license('h200')] }).ledger, WASHINGTON, 'license')).toBe(capital);
});

test.each([
  ['reject.license.chip', license('h20')],
  ['reject.license.chip', license('ascend-910b')],
  ['reject.law.setting', license('h200', 'nothing')],
  ['reject.law.target', license('h200', 'open', 'base:washington')],
])('%s: %o', (reason, order) => {
  expect(reasonOf(ready(), WASHINGTON, order)).toBe(reason);
});

test('one licence a chip stands at a time; who can’t grant any may not', () => {
  const { state } = play(ready(), { [WASHINGTON]: [license('h200')] });
  expect(reasonOf(state, WASHINGTON, license('h200', 'open'))).not.toBeNull();
  expect(reasonOf(state, WASHINGTON, license('h800', 'open'))).toBeNull();
  expect(reasonOf(october(), WASHINGTON, license('h200'))).toBe('reject.role');
});
