/** What phases of one turn tell each other; dropped when the turn is over. */
import type { Chip } from '../ruleset/schema/world.ts';
import type { Cause } from '../state/ledger.ts';
import type { Budget } from './demand.ts';
import type { Barrier } from './levers.ts';
import type { Draw, Input } from './supply.ts';

/** A wish to buy: by contract, by order, or by the buyers of a bloc that nobody plays (`buyer` is then the bloc). */
export interface Bid {
  buyer: string;
  bloc: string;
  chip: Chip;
  units: number;
  priceKusd: number;
  tier: 'contract' | 'order' | 'background';
  cause: Cause;
  /** True where the chip is the successor of the one that was ordered. */
  renewed?: boolean;
}

/** What a maker wants to build of a chip: for contracts and set-asides, and for the rest. */
export interface Plan {
  chip: Chip;
  first: number;
  rest: number;
}

/** Dies, stacks and packages. */
export type Inputs = Record<Input, number>;

/** What a maker wants to build this turn, and the inputs for it: for contracts and set-asides, and for all. */
export interface MakerPlan {
  plans: Plan[];
  first: Inputs;
  all: Inputs;
}

/** The input that held a maker back, the laws that cut it, and the entry that tells how it came about. */
export interface Shortage {
  input: Input;
  laws: Cause[];
  entry: string;
}

/** What happened this turn that later phases read; dropped at its end. */
export interface Scratch {
  /** What is asked of each maker this turn, gathered once for production and trade. */
  bids: Bid[];
  /** What the unplayed buyers of each bloc would spend, reckoned once for demand and what is denied. */
  budgets: Map<string, Budget>;
  /** What stops a bid, looked up once for production and trade. */
  barriers: Map<Bid, Barrier>;
  /** What each maker wants to build, by maker. */
  makerPlans: Map<string, MakerPlan>;
  /** Why each maker could not build all that was asked of it. */
  shortages: Map<string, Shortage>;
  /** Entries on supply lines that had too little, by line, and on what was asked of a maker. */
  shortLines: Map<string, Cause[]>;
  askedOf: Map<string, string>;
  /** How lines are split for what all makers want, by input. */
  draws: Map<Input, Record<string, Draw>>;
  /** Dies, stacks and packages that makers want for them, by maker. */
  inputWants: { logic: Record<string, number>; memory: Record<string, number>; packaging: Record<string, number> };
  /** What each bloc's chip budget would buy freely, thousandths of an H100. */
  freeDemandMilli: Record<string, number>;
  /** Laws' cost to a chipmaker's sales, thousand dollars. */
  lostSalesKusd: Record<string, number>;
  failedRuns: { actor: string }[];
  distillations: { by: string; of: string; found: boolean }[];
  learned: { actor: string; tech: string }[];
  escalation: { by: string | null; points: number; cause: Cause }[];
  quotaCostPermille: Record<string, number>;
  /** Share of each actor's compute that experiments and runs took this turn, per mille: the rest is free to serve. */
  boundPermille: Record<string, number>;
  ordersOverSupplyPermille: Record<string, number>;
}

/** The notes of a turn that starts. */
export const freshScratch = (): Scratch => ({
  bids: [],
  budgets: new Map(),
  barriers: new Map(),
  makerPlans: new Map(),
  shortages: new Map(),
  shortLines: new Map(),
  askedOf: new Map(),
  draws: new Map(),
  inputWants: { logic: {}, memory: {}, packaging: {} },
  freeDemandMilli: {},
  lostSalesKusd: {},
  failedRuns: [],
  distillations: [],
  learned: [],
  escalation: [],
  quotaCostPermille: {},
  boundPermille: {},
  ordersOverSupplyPermille: {},
});
