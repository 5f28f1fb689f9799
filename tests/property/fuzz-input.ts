/** Inputs of every kind of wrongness for `resolve`: sensible orders, spoilt ones, junk, and deals of both. */
import fc from 'fast-check';
import type { Order } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';
import { ruleset } from './matches.ts';

/** Names that every plain object seems to have. */
const INHERITED = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
const ODD_TEXTS = [
  '',
  ' ',
  'base:nobody',
  'base:',
  ':',
  '~',
  '\u0000',
  '\ud800',
  'a'.repeat(3000),
  '1e309',
  '-0',
  'null',
  ...INHERITED,
];
const ODD_NUMBERS = [
  0,
  -0,
  -1,
  1.5,
  1e-9,
  1e9,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  -(2 ** 53),
  1e308,
  Number.NaN,
  Infinity,
  -Infinity,
];

/** Ids of all content, which may be put where they do not belong. */
const IDS = [
  ...['actors', 'blocs', 'chips', 'techs', 'laws', 'sites', 'regions', 'lines', 'allies', 'branches', 'roles', 'orders'].flatMap(
    (section) => Object.keys((ruleset as unknown as Record<string, object>)[section] ?? {}),
  ),
];
const SEATS = Object.keys(ruleset.actors);

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;

const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...ODD_TEXTS),
  fc.constantFrom(...ODD_NUMBERS),
  fc.constantFrom(...IDS),
  fc.integer({ min: -5, max: 2_000_000 }),
  fc.constantFrom<unknown>(null, undefined, true, false, 10n, Symbol('odd'), () => 1, [], {}, [1], { a: { b: 1 } }, cyclic),
  fc.anything({ maxDepth: 2 }),
);

/** Chooses an order that is sensible at that moment, by number. */
export interface Pick {
  readonly pick: 'order';
  readonly kind: number;
  readonly candidate: number;
  readonly spoil: readonly { readonly how: 'bend' | 'set' | 'drop' | 'add'; readonly field: number; readonly value: unknown }[];
}
export type Gene = Pick | { readonly pick: 'junk'; readonly value: unknown };

const spoil = fc.record({
  how: fc.constantFrom('bend' as const, 'bend' as const, 'bend' as const, 'set' as const, 'drop' as const, 'add' as const),
  field: fc.nat(59),
  value: oddValue,
});
const sensible = (spoils: number): fc.Arbitrary<Gene> =>
  fc.record({
    pick: fc.constant('order' as const),
    kind: fc.nat(99),
    candidate: fc.nat(999),
    spoil: fc.array(spoil, { minLength: Math.min(spoils, 1), maxLength: spoils }),
  });
const junk: fc.Arbitrary<Gene> = fc.record({ pick: fc.constant('junk' as const), value: oddValue });
const gene = fc.oneof(
  { arbitrary: sensible(0), weight: 5 },
  { arbitrary: sensible(3), weight: 4 },
  { arbitrary: junk, weight: 1 },
);

const seatName = fc.oneof(
  { arbitrary: fc.constantFrom(...SEATS), weight: 9 },
  { arbitrary: fc.constantFrom(...INHERITED, '', 'base:nobody'), weight: 1 },
);
const id = fc.oneof({ arbitrary: fc.constantFrom(...IDS), weight: 9 }, { arbitrary: fc.constantFrom(...ODD_TEXTS), weight: 1 });
const amount = fc.oneof(fc.integer({ min: 1, max: 100_000_000 }), fc.constantFrom(...ODD_NUMBERS));

const term = (from: string, to: string) =>
  fc.oneof(
    fc.record({ term: fc.constant('money'), from: fc.constant(from), to: fc.constant(to), kusd: amount }),
    fc.record({
      term: fc.constant('chips'),
      from: fc.constant(from),
      to: fc.constant(to),
      chip: fc.constantFrom(...Object.keys(ruleset.chips)),
      units: amount,
      priceKusd: fc.nat(1000),
    }),
    fc.record({ term: fc.constant('compute'), from: fc.constant(from), to: fc.constant(to), milliH100e: amount }),
    fc.record({
      term: fc.constantFrom('licence', 'joint-research'),
      from: fc.constant(from),
      to: fc.constant(to),
      tech: fc.oneof(fc.constantFrom(...Object.keys(ruleset.techs)), id),
    }),
    fc.record({
      term: fc.constant('promise'),
      from: fc.constant(from),
      to: fc.constant(to),
      conduct: fc.constantFrom('no-law', 'no-retaliation', 'no-distilling', 'no-poaching', 'no-grey', 'no-thing'),
    }),
    fc.record({ term: fc.constantFrom('truce', 'money', 'gift'), from: id, to: id }),
    fc.record({ term: fc.constant('truce'), from: fc.constant(from), to: fc.constant(to) }),
  );

const deal = fc.tuple(seatName, seatName).chain(([from, to]) =>
  fc.record({
    id: fc.constantFrom('d1', 'd2', 'd3', 'd4', 'd5', ...INHERITED),
    from: fc.constant(from),
    to: fc.constant(to),
    turns: fc.oneof({ arbitrary: fc.integer({ min: 1, max: 8 }), weight: 9 }, { arbitrary: amount, weight: 1 }),
    terms: fc.array(fc.oneof({ arbitrary: term(from, to), weight: 4 }, { arbitrary: term(to, from), weight: 4 }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);

export interface TurnGenes {
  readonly orders: readonly (readonly [seat: string, genes: readonly Gene[] | unknown])[];
  readonly deals: readonly unknown[];
}

export const turnGenes: fc.Arbitrary<TurnGenes> = fc.record({
  orders: fc.array(
    fc.tuple(
      seatName,
      fc.oneof(
        { arbitrary: fc.array(gene, { maxLength: 9 }), weight: 19 },
        { arbitrary: fc.constantFrom(null, 'x', 5, {}), weight: 1 },
      ),
    ),
    { maxLength: 14 },
  ),
  deals: fc.array(fc.oneof({ arbitrary: deal, weight: 12 }, { arbitrary: oddValue, weight: 1 }), { maxLength: 5 }),
});

/** Another value of the same type, often a wrong one. */
function bent(value: unknown, n: number): unknown {
  if (typeof value === 'number') return n % 3 === 0 ? value * (1 + (n % 7) / 4) : ODD_NUMBERS[n % ODD_NUMBERS.length];
  if (typeof value === 'string') return n % 2 === 0 ? IDS[n % IDS.length] : ODD_TEXTS[n % ODD_TEXTS.length];
  return value === true ? 'true' : null;
}

function orderOf(state: MatchState, seat: string, gene: Gene): unknown {
  if (gene.pick === 'junk') return gene.value;
  const known = { ruleset, seat: Object.hasOwn(state.actors, seat) ? seat : (state.seats[0] ?? ''), state: {} as never };
  const { state: seen } = viewFor(ruleset, state, known.seat);
  const lists = Object.keys(ORDER_KINDS)
    .map((kind) => ORDER_KINDS[kind]?.candidates({ ...known, state: seen }) ?? [])
    .filter((list) => list.length > 0);
  const list = lists[gene.kind % Math.max(1, lists.length)] ?? [];
  const order: Order = list[gene.candidate % Math.max(1, list.length)] ?? { kind: 'none' };
  const spoilt: Record<string, unknown> = { ...order };
  for (const { how, field, value } of gene.spoil) {
    const names = Object.keys(spoilt);
    const name = names[field % Math.max(1, names.length)] ?? 'kind';
    if (how === 'drop') delete spoilt[name];
    else if (how === 'bend') spoilt[name] = bent(spoilt[name], field + gene.candidate);
    else if (how === 'set') spoilt[name] = value;
    else
      Object.defineProperty(spoilt, typeof value === 'string' ? value : 'extra', {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return spoilt;
}

/** Inputs of a turn, made from the genes and what is sensible in that state; own keys may be called `__proto__`. */
export function inputsOf(state: MatchState, { orders, deals }: TurnGenes): { orders: Record<string, Order[]>; deals: never[] } {
  const bySeat = new Map<string, unknown>();
  for (const [seat, genes] of orders)
    bySeat.set(seat, Array.isArray(genes) ? genes.map((gene) => orderOf(state, seat, gene as Gene)) : genes);
  return { orders: Object.fromEntries(bySeat) as Record<string, Order[]>, deals: [...deals] as never[] };
}
