/** Figures in a chain of causes: those of one unit stand in one precision, in the lines as well as beside them. */
import type { Entry, MessageRef } from '#shared/state/ledger.ts';
import { inUnit } from '../text/quantity.ts';
import type { ChainStep } from './lines.ts';

/** Units that parameters of messages have, by the ending of their name. */
const ENDINGS = [
  ['Kusd', 'kusd'],
  ['Permille', 'permille'],
  ['MilliH100e', 'milliH100e'],
  ['Milli', 'milliPoints'],
  ['Count', 'chips'],
] as const;
/** What is made, shipped and counted is written alike. */
const PIECES = new Set(['chips', 'dies', 'stacks', 'units']);

export interface ChainFigures {
  readonly figure: (value: number, unit: string) => string;
  /** The line with its figures written. */
  readonly line: (line: MessageRef) => MessageRef;
}

const group = (unit: string): string => (PIECES.has(unit) ? 'chips' : unit);
const unitOf = (name: string): string | null => ENDINGS.find(([ending]) => name.endsWith(ending))?.[1] ?? null;

function figuresOf({ before, after, amount, unit, causes, line }: Entry): [unit: string, value: number][] {
  const own = [before, after, before === null || after === null ? amount : null, ...causes.map((cause) => cause.amount ?? null)];
  return [
    ...own.flatMap((value): [string, number][] => (value === null ? [] : [[unit, value]])),
    ...Object.entries(line?.params ?? {}).flatMap(([name, value]): [string, number][] => {
      const its = unitOf(name);
      return its === null || typeof value !== 'number' ? [] : [[its, value]];
    }),
  ];
}

export function chainFigures(entry: Entry, steps: readonly ChainStep[]): ChainFigures {
  const entries = new Set([entry, ...steps.flatMap((step) => [step.of, ...(step.entry === null ? [] : [step.entry])])]);
  const among = new Map<string, number[]>();
  for (const [unit, value] of [...entries].flatMap(figuresOf)) {
    among.set(group(unit), [...(among.get(group(unit)) ?? []), value]);
  }
  const figure = (value: number, unit: string): string => inUnit(value, unit, among.get(group(unit)) ?? [value]);
  const write = ([name, value]: [string, string | number]): [string, string | number] => {
    const unit = unitOf(name);
    return [name, unit === null || typeof value !== 'number' || value === 0 ? value : figure(value, unit)];
  };
  return {
    figure,
    line: ({ id, params }) => ({ id, params: Object.fromEntries(Object.entries(params).map(write)) }),
  };
}
