/** Buy: chips from a maker, installed a turn later. */
import { expect, test } from 'vitest';
import { resolve } from '#shared/rules/resolve.ts';
import {
  actorOf,
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
  ruleset,
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

test('an order for a chip that gives way to a new one the same turn gets the new one, for no more money', () => {
  const before = october((state) => {
    ownOf(state, NVIDIA).inventory = {};
    ownOf(state, NVIDIA).techs['base:blackwell'] = 0;
  });
  const order = buy('h200', 500);
  const { state, ledger } = play(before, { [OPENAI]: [order] });
  const [arriving] = ownOf(state, OPENAI).arriving;
  expect(arriving?.chip).toBe('base:b200');
  expect(arriving?.units).toBeGreaterThan(0);
  expect(arriving?.units).toBeLessThan(500);
  expect(paidFor(ledger, OPENAI, 'buy')).toBeLessThanOrEqual(checked(before, OPENAI, order).cost.kusd);
  const delivery = causedBy(ledger, OPENAI, 'buy').find((entry) => entry.topic === 'delivery');
  expect(delivery?.causes).toContainEqual({ kind: 'rule', id: 'rule.renewed', amount: 0 });
});

test('an order gets the chip that it names where there is stock of it, and no successor that a law keeps from the buyer', () => {
  const stocked = october((state) => {
    ownOf(state, NVIDIA).inventory = { 'base:h200': 100 };
    ownOf(state, NVIDIA).techs['base:blackwell'] = 0;
  });
  expect(ownOf(play(stocked, { [OPENAI]: [buy('h200', 500)] }).state, OPENAI).arriving.map(({ chip }) => chip)).toEqual([
    'base:h200',
  ]);
  const barred = october((state) => {
    ownOf(state, NVIDIA).inventory = {};
    ownOf(state, NVIDIA).techs['base:blackwell'] = 0;
    enact(state, 'licence', 'share-25', WASHINGTON, EAST, { chip: 'base:h200' });
  });
  const { state, ledger } = play(barred, { [DEEPSEEK]: [buy('h200', 500)] });
  expect(ownOf(state, DEEPSEEK).arriving).toEqual([]);
  expect(causedBy(ledger, DEEPSEEK, 'buy').find((entry) => entry.topic === 'delivery')?.item).toBe('base:h200');
});

test('chips of a mod that replace each other in a circle hold no match up', () => {
  const circle = structuredClone(ruleset);
  for (const [chip, replaces] of [
    ['base:h200', 'base:h100'],
    ['base:h100', 'base:h200'],
  ] as const)
    Object.assign(circle.chips[chip] ?? {}, { replaces });
  const before = october((state) => {
    ownOf(state, NVIDIA).inventory = {};
    ownOf(state, NVIDIA).techs['base:blackwell'] = 0;
    actorOf(state, NVIDIA).open.pricesKusd['base:r200'] = 10;
  });
  const { state, refused } = resolve(circle, before, { orders: { [OPENAI]: [buy('r200', 500)] }, deals: [] });
  expect(Object.values(refused).flat()).toEqual([]);
  expect(ownOf(state, OPENAI).arriving).toEqual([]);
});
