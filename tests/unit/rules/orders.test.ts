/** Orders on the real rules: each kind leaves its mark with itself as the cause, and refuses nonsense with a reason in words. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import { checkDraft, kindsFor } from '#shared/rules/check-draft.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { resolve } from '#shared/rules/resolve.ts';
import { viewFor } from '#shared/state/view.ts';

const { ruleset } = await loadBaseRuleset();
const words = JSON.parse(readFileSync(new URL('../../../assets/locales/en/rules.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
const SEED = '00112233445566778899aabbccddeeff';
const kinds = Object.keys(ORDER_KINDS).sort();

const knownTo = (seat: string): Known => {
  const state = newMatch(ruleset, 'base:october-rule', SEED);
  return { ruleset, seat, state: viewFor(ruleset, state, seat).state };
};

describe('every kind of order', () => {
  /** Kinds whose orders were cited as a cause in the turn in which they were given. */
  const cited = new Set<string>();
  const given = new Set<string>();

  beforeAll(() => {
    for (const [scenario, seed] of [
      ['base:october-rule', 'a'],
      ['base:october-rule', 'b'],
      ['base:october-rule', 'c'],
      ['base:long-race', 'a'],
    ] as const) {
      playMatch(ruleset, {
        scenario,
        seed,
        onTurn: ({ orders, resolution }) => {
          const causes = new Set(
            resolution.ledger.flatMap((entry) =>
              entry.causes.filter((cause) => cause.kind === 'order').map((cause) => `${cause.by}/${cause.id.split('/').pop()}`),
            ),
          );
          for (const [seat, list] of Object.entries(orders)) {
            for (const order of list) {
              given.add(order.kind);
              if (causes.has(`${seat}/${order.kind}`)) cited.add(order.kind);
            }
          }
        },
      });
    }
  });

  it('numbers between 20 and 26', () => {
    expect(kinds.length).toBeGreaterThanOrEqual(20);
    expect(kinds.length).toBeLessThanOrEqual(26);
  });
  it('has one entry of data, and every role has more kinds than slots', () => {
    expect(
      Object.values(ruleset.orders)
        .map((data) => data.kind)
        .sort(),
    ).toEqual(kinds);
    for (const seat of ['base:deepseek', 'base:nvidia', 'base:beijing-gov'])
      expect(kindsFor(knownTo(seat)).length).toBeGreaterThan(5);
  });
  it.each(kinds)('%s is cited as the cause of what it did', (kind) => {
    if (!given.has(kind)) return expect(['buy-grey', 'license', 'stop']).toContain(kind);
    expect(cited.has(kind)).toBe(true);
  });
  it.each(kinds)('%s refuses fields of the wrong type, with a reason in words', (kind) => {
    const seat =
      Object.keys(ruleset.actors).find((id) => kindsFor(knownTo(id)).some((data) => data.kind === kind)) ?? 'base:washington-gov';
    const fields = ORDER_KINDS[kind]?.fields ?? [];
    const broken = {
      kind,
      ...Object.fromEntries(fields.map((field) => [field.name, field.type === 'number' ? 'many' : -1])),
    } as unknown as Order;
    const [checked] = checkDraft(knownTo(seat), [broken]).orders;
    expect(checked?.counted).toBe(false);
    expect(words[checked?.rejection?.id ?? '']).toBeTypeOf('string');
  });
  it.each(kinds)('%s offers a form whose choices exist', (kind) => {
    const seat = Object.keys(ruleset.actors).find((id) => kindsFor(knownTo(id)).some((data) => data.kind === kind));
    if (seat === undefined) return expect(ruleset.orders[`base:${kind}`]?.requires).not.toBeNull();
    const known = knownTo(seat);
    for (const candidate of (ORDER_KINDS[kind]?.candidates(known) ?? []).slice(0, 3)) {
      for (const field of ORDER_KINDS[kind]?.fields ?? []) {
        if (field.type === 'choice')
          expect(field.options(known, candidate).map((option) => option.value)).toContain(candidate[field.name]);
        if (field.type === 'number') {
          const { min, max } = field.limits(known, candidate);
          expect(min).toBeLessThanOrEqual(max);
        }
      }
    }
  });
});

describe('a draft', () => {
  it('gives priority to what comes first, and says what is missing', () => {
    const known = knownTo('base:deepseek');
    const orders = ORDER_KINDS.research?.candidates(known).slice(0, 6) ?? [];
    const check = checkDraft(known, orders);
    expect(check.slots.normal).toBe(3);
    expect(check.orders.slice(0, 3).every((item) => item.counted)).toBe(true);
    expect(check.orders[3]?.rejection?.id).toBe('reject.research.full');
  });
  it('refuses what costs more than there is', () => {
    const known = knownTo('base:moonshot');
    const [checked] = checkDraft(known, [{ kind: 'buy', chip: 'base:h20', units: 5_000_000 }]).orders;
    expect(checked?.rejection?.id).toBe('reject.cash');
  });
  it('refuses a chip over the threshold by naming the law', () => {
    const [checked] = checkDraft(knownTo('base:deepseek'), [{ kind: 'buy', chip: 'base:h200', units: 10 }]).orders;
    expect(checked?.rejection).toMatchObject({ id: 'reject.law', params: { law: 'base:chip-threshold' } });
  });
});

describe('a law', () => {
  it('is known a turn before it bites, and bites in the second turn after its order', () => {
    let state = newMatch(ruleset, 'base:october-rule', SEED);
    const order = { kind: 'announce', law: 'base:chip-threshold', setting: 'total', target: 'base:beijing' };
    const first = resolve(ruleset, state, { orders: { 'base:washington-gov': [order] }, deals: [] });
    expect(first.refused).toEqual({});
    expect(first.ledger.some((entry) => entry.line?.id === 'report.law.announced')).toBe(true);
    state = first.state;
    const law = Object.values(state.laws).find((item) => item.setting.key === 'total');
    expect(law?.forceTurn).toBe(2);
    const second = resolve(ruleset, state, { orders: {}, deals: [] });
    expect(second.ledger.some((entry) => entry.line?.id === 'report.law.force' && entry.item === law?.id)).toBe(false);
    const third = resolve(ruleset, second.state, { orders: {}, deals: [] });
    expect(third.ledger.some((entry) => entry.line?.id === 'report.law.force' && entry.item === law?.id)).toBe(true);
    expect(third.state.blocs['base:beijing']?.open.deniedPermille ?? 0).toBeGreaterThan(
      second.state.blocs['base:beijing']?.open.deniedPermille ?? 0,
    );
  });
});

describe('pressure', () => {
  it('moves part of the way to the denied share, bent', () => {
    const { state } = resolve(ruleset, newMatch(ruleset, 'base:october-rule', SEED), { orders: {}, deals: [] });
    const open = state.blocs['base:beijing']?.open;
    const parameter = (name: string): number => ruleset.parameters[`base:${name}`]?.value ?? Number.NaN;
    const target = 100 * ((open?.deniedPermille ?? 0) / 1000) ** parameter('pressure-bend');
    const step = (target - (open?.pressureBefore ?? 0)) * parameter('pressure-move');
    expect(Math.abs((open?.pressure ?? 0) - ((open?.pressureBefore ?? 0) + step))).toBeLessThanOrEqual(1);
  });
});
