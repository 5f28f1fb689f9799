/** Buy: chips from a maker, installed a turn later. */
import { expect, test } from 'vitest';
import {
  BEIJING,
  causedBy,
  checked,
  DEEPSEEK,
  EAST,
  enact,
  NVIDIA,
  OPENAI,
  october,
  ownOf,
  paidFor,
  play,
  reasonOf,
  WASHINGTON,
} from '../situation.ts';

const buy = (chip: string, units: number) => ({ kind: 'buy', chip: `base:${chip}`, units });

test('the chips arrive a turn later and the maker is paid', () => {
  const before = october();
  const order = buy('h200', 500);
  const { state, ledger } = play(before, { [OPENAI]: [order] });
  expect(ownOf(state, OPENAI).arriving).toEqual([{ chip: 'base:h200', units: 500, dueTurn: 1, grey: false }]);
  expect(paidFor(ledger, OPENAI, 'buy')).toBe(checked(before, OPENAI, order).cost.kusd);
  const delivery = causedBy(ledger, OPENAI, 'buy').find((entry) => entry.topic === 'delivery');
  expect(delivery).toMatchObject({ before: 500, after: 500, audience: [OPENAI, NVIDIA] });
  const next = play(state);
  expect(next.ledger).toContainEqual(
    expect.objectContaining({ topic: 'chips', item: 'base:h200', to: `actor:${OPENAI}`, amount: 500 }),
  );
});

test('refuses what nobody sells, and what a law keeps from the buyer by the name of the law', () => {
  expect(reasonOf(october(), DEEPSEEK, buy('r200', 10))).toBe('reject.buy.not-sold');
  expect(checked(october(), DEEPSEEK, buy('h200', 10)).rejection).toMatchObject({
    id: 'reject.law',
    params: { law: 'base:chip-threshold', by: WASHINGTON },
    field: 'chip',
  });
});

test('warns of a law that comes first, of the own quota and of stopped minerals', () => {
  const announced = october((state) =>
    enact(state, 'chip-threshold', 'total', WASHINGTON, EAST, { forceTurn: 1, announcedTurn: 0 }),
  );
  expect(checked(announced, DEEPSEEK, buy('h20', 10)).care?.id).toBe('care.law-first');
  const quota = october((state) => enact(state, 'refusal', 'quota-50', BEIJING, EAST));
  expect(checked(quota, DEEPSEEK, buy('h20', 10)).care).toEqual({ id: 'care.own-quota', params: { leftPermille: 500 } });
  const minerals = october((state) => enact(state, 'minerals', 'stop', BEIJING, 'base:washington'));
  expect(checked(minerals, OPENAI, buy('h200', 10)).care?.id).toBe('care.minerals');
});

test('freight makes what comes from abroad dearer once escalation has passed 30', () => {
  const calm = checked(
    october((state) => Object.assign(state, { escalation: 29 })),
    DEEPSEEK,
    buy('h20', 100),
  ).cost.kusd;
  const tense = october((state) => Object.assign(state, { escalation: 30 }));
  expect(checked(tense, DEEPSEEK, buy('h20', 100)).cost.kusd).toBe(Math.ceil(calm * 1.1));
  expect(checked(tense, OPENAI, buy('h200', 100)).cost.kusd).toBe(3200);
});
