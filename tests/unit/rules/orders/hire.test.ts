/** Hire: researchers from the pool, or from a rival at twice the price. */
import { expect, test } from 'vitest';
import {
  causedBy,
  checked,
  DEEPSEEK,
  deal,
  EAST,
  enact,
  later,
  META,
  OPENAI,
  october,
  ownOf,
  paidFor,
  play,
  QWEN,
  reasonOf,
  WASHINGTON,
} from '../situation.ts';

const hire = (people: number, source = 'pool') => ({ kind: 'hire', people, source });

test('from the pool: paid now, at work next turn', () => {
  const before = october();
  const { state, ledger } = play(before, { [DEEPSEEK]: [hire(20)] });
  expect(paidFor(ledger, DEEPSEEK, 'hire')).toBe(20_000);
  expect(checked(before, DEEPSEEK, hire(20)).cost.kusd).toBe(20_000);
  expect(ownOf(state, DEEPSEEK)).toMatchObject({ talent: 150, talentArriving: 20 });
  expect(ownOf(later(state, 1), DEEPSEEK).talent).toBe(170);
  expect(play(before).state.freeTalent - state.freeTalent).toBe(20);
});

test('from a rival: double price, at most a twentieth of its people, and it knows', () => {
  const before = october();
  expect(checked(before, DEEPSEEK, hire(10, QWEN)).cost.kusd).toBe(20_000);
  const { state, ledger } = play(before, { [DEEPSEEK]: [hire(100, QWEN)] });
  expect(ownOf(state, QWEN).talent).toBe(280 - 14);
  expect(paidFor(ledger, DEEPSEEK, 'hire')).toBe(28_000);
  expect(causedBy(ledger, DEEPSEEK, 'hire').find((entry) => entry.topic === 'talent')?.audience).toEqual([DEEPSEEK, QWEN]);
});

test('refuses more than there are, a source that is none, and a wall', () => {
  expect(reasonOf(october(), DEEPSEEK, hire(201))).toBe('reject.hire.pool');
  expect(reasonOf(october(), DEEPSEEK, hire(5, WASHINGTON))).toBe('reject.hire.source');
  expect(reasonOf(october(), DEEPSEEK, hire(5, DEEPSEEK))).toBe('reject.hire.source');
  expect(
    reasonOf(
      october((state) => Object.assign(ownOf(state, DEEPSEEK), { cashKusd: 9_000_000 })),
      DEEPSEEK,
      hire(151, QWEN),
    ),
  ).toBe('reject.hire.many');
  const wall = october((state) => enact(state, 'talent', 'total', WASHINGTON, EAST));
  expect(reasonOf(wall, DEEPSEEK, hire(5, OPENAI))).toBe('reject.hire.wall');
  expect(reasonOf(wall, DEEPSEEK, hire(5, QWEN))).toBeNull();
});

test('half a wall halves who can be won', () => {
  const people = (state: ReturnType<typeof october>) =>
    ownOf(play(state, { [DEEPSEEK]: [hire(100, OPENAI)] }).state, DEEPSEEK).talentArriving;
  expect(people(october())).toBe(25);
  expect(people(october((state) => enact(state, 'talent', 'visas', WASHINGTON, EAST)))).toBe(12);
});

test('a promise is broken to the rival hired from, and to no other', () => {
  const to = (victim: string) =>
    deal(DEEPSEEK, victim, 3, { term: 'promise', from: DEEPSEEK, to: victim, conduct: 'no-poaching' });
  const { state } = play(october(), { [DEEPSEEK]: [hire(5, QWEN)] }, [to(QWEN), to(META)]);
  expect([state.deals[to(QWEN).id]?.broken, state.deals[to(META).id]?.broken]).toEqual([true, false]);
});
