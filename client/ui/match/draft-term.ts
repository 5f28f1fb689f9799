/** A term of an offer while it is filled in, in the units that people type, and as the rules want it. */
import type { LEVER_IDS } from '#shared/ruleset/catalogue.ts';
import type { Term } from '#shared/state/deal.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { ruleset } from '../world.ts';

export type TermKind = Term['term'];
export interface DraftTerm {
  kind: TermKind;
  /** True when I give it. */
  give: boolean;
  amount: number;
  price: number;
  item: string;
  conduct: Extract<Term, { term: 'promise' }>['conduct'];
  lever: string;
}

export const startTerm = (): DraftTerm => ({
  kind: 'money',
  give: true,
  amount: 50,
  price: 12,
  item: '',
  conduct: 'no-law',
  lever: '',
});

/** A term as the form has it, to be changed there. */
export function draftOf(term: Term, me: string): DraftTerm {
  const draft = { ...startTerm(), kind: term.term, give: term.from === me };
  switch (term.term) {
    case 'money':
      return { ...draft, amount: term.kusd / 1000 };
    case 'chips':
      return { ...draft, amount: term.units, price: term.priceKusd, item: term.chip };
    case 'compute':
      return { ...draft, amount: term.milliH100e / 1000 };
    case 'licence':
    case 'joint-research':
      return { ...draft, item: term.tech };
    case 'promise':
      return { ...draft, conduct: term.conduct, lever: term.lever ?? '' };
    case 'truce':
      return draft;
  }
}

export function itemsFor(kind: TermKind, state: KnownState, giver: string): string[] {
  const world = ruleset.value;
  if (world === null) return [];
  if (kind === 'chips') return Object.keys(state.actors[giver]?.open.pricesKusd ?? {});
  const techs = state.actors[giver]?.own?.techs;
  return kind === 'licence' && techs !== undefined ? Object.keys(techs) : Object.keys(world.techs);
}

export function builtTerm(term: DraftTerm, me: string, other: string, state: KnownState): Term {
  const [from, to] = term.give ? [me, other] : [other, me];
  const item = term.item || (itemsFor(term.kind, state, from)[0] ?? '');
  switch (term.kind) {
    case 'money':
      return { term: 'money', from, to, kusd: Math.max(1, Math.round(term.amount * 1000)) };
    case 'chips':
      return {
        term: 'chips',
        from,
        to,
        chip: item,
        units: Math.max(1, Math.round(term.amount)),
        priceKusd: Math.max(0, Math.round(term.price)),
      };
    case 'compute':
      return { term: 'compute', from, to, milliH100e: Math.max(1000, Math.round(term.amount * 1000)) };
    case 'licence':
      return { term: 'licence', from, to, tech: item };
    case 'joint-research':
      return { term: 'joint-research', from, to, tech: item };
    case 'promise':
      return {
        term: 'promise',
        from,
        to,
        conduct: term.conduct,
        ...(term.lever === '' ? {} : { lever: term.lever as (typeof LEVER_IDS)[number] }),
      };
    case 'truce':
      return { term: 'truce', from, to };
  }
}
