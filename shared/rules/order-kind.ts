/**
 * What an order is. Each kind lives in one file under `orders/` and says everything about itself: its data, when it is
 * legal, what it costs, how it is filled in and how it is carried out. Wire schema, forms, bots and help derive from it.
 */
import type { z } from 'zod';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MessageRef, Phase } from '../state/ledger.ts';
import type { KnownState } from '../state/schema.ts';
import type { Turn } from './turn.ts';

/** A flat record: the kind and its fields. Amounts of money in thousand dollars, compute in thousandths of an H100. */
export interface Order {
  readonly kind: string;
  readonly [field: string]: string | number | boolean;
}

/** What one seat knows while planning. */
export interface Known {
  readonly ruleset: Ruleset;
  readonly seat: string;
  readonly state: KnownState;
  /** Orders that count and stand before the one being checked. */
  readonly drafted?: readonly Order[];
}

/** Why an order can't be given, in words of the locale, and the field to mend where there is one. */
export interface Rejection extends MessageRef {
  readonly field?: string;
}

export interface Cost {
  readonly kusd: number;
  readonly capital: number;
  readonly talent: number;
}
export const NO_COST: Cost = { kusd: 0, capital: 0, talent: 0 };

/** A choice in a form: the value sent and the message that names it. */
export interface Option {
  readonly value: string;
  readonly label: MessageRef;
}

/** One field of a form. `options` and limits depend on what the seat knows and on the fields filled in before. */
export type Field =
  | { readonly name: string; readonly type: 'choice'; readonly options: (known: Known, filled: Order) => Option[] }
  | {
      readonly name: string;
      readonly type: 'number';
      readonly unit: string;
      readonly limits: (known: Known, filled: Order) => { min: number; max: number; step: number; suggested: number };
    }
  | {
      readonly name: string;
      readonly type: 'text';
      readonly maxLength: number;
      readonly suggested: (known: Known, filled: Order) => string;
    };

export interface OrderKind<O extends Order = Order> {
  readonly kind: O['kind'];
  readonly schema: z.ZodType<O>;
  /** Phase in which it is carried out. */
  readonly phase: Phase;
  readonly fields: readonly Field[];
  /** Null when legal, else why not. Uses only what the seat may know. */
  readonly check: (known: Known, order: O) => Rejection | null;
  /** A warning that does not forbid it (a law that bites first, an empty purse next turn). */
  readonly care?: (known: Known, order: O) => MessageRef | null;
  readonly cost: (known: Known, order: O) => Cost;
  /** Whether it may raise escalation, by itself or when it is found out; never, where a kind does not say. */
  readonly provokes?: (known: Known, order: O) => boolean;
  /** One line that says what it does, verb first. */
  readonly summary: (known: Known, order: O) => MessageRef;
  /** Sensible orders of this kind now, from which bots and the advisor choose; empty when there is none. */
  readonly candidates: (known: Known) => O[];
  /** All orders of this kind at once, already checked, in keyed order of seats. */
  readonly resolve: (turn: Turn, given: readonly Given<O>[]) => void;
}

/** An order as given by a seat this turn; `ref` names it in causes. */
export interface Given<O extends Order = Order> {
  readonly seat: string;
  readonly order: O;
  readonly ref: string;
}
