/** Offers that would make sense now: who has or wants what, as far as the seat knows, each with a reason. */
import { contextOf } from '#shared/bots/context.ts';
import { techWorth } from '#shared/bots/worth/technology.ts';
import { dealRejection } from '#shared/rules/deals.ts';
import {
  blocOf,
  governmentsOf,
  hasCapital,
  isLab,
  isMaker,
  labsOf,
  makersOf,
  onSale,
  ownOf,
  priceOf,
  rivalBlocs,
} from '#shared/rules/know.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import { startable } from '#shared/rules/orders/research.ts';
import type { Chip } from '#shared/ruleset/schema/world.ts';
import type { DealOffer, Term } from '#shared/state/deal.ts';

export interface Proposal {
  readonly offer: DealOffer;
  /** Message that says what each side has of it. */
  readonly why: string;
}

const MOST = 4;
/** Share of the cash that a firm contract for chips may take a turn. */
const CONTRACT_SHARE = 0.15;
/** Chips a turn that a maker offers to begin with. */
const FIRST_UNITS = 1000;

export function proposalsOf(known: Known): Proposal[] {
  const { seat } = known;
  const found = hasCapital(known, seat)
    ? truces(known)
    : isMaker(known, seat)
      ? [...sales(known), ...joint(known)]
      : [...joint(known), ...contracts(known)];
  return found.filter(({ offer }) => dealRejection(known, offer) === null).slice(0, MOST);
}

function proposal({ seat, state }: Known, to: string, turns: number, term: Term, why: string): Proposal {
  return { offer: { id: `${state.turn}/${seat}/${to}`.slice(0, 60), from: seat, to, turns, terms: [term] }, why };
}

/** Labs of one side are quicker together: the technology that is worth most to the seat. */
function joint(known: Known): Proposal[] {
  const { seat } = known;
  if (!isLab(known, seat)) return [];
  const context = contextOf(known.ruleset, known);
  const worths = startable(known).map((tech) => ({ tech, worth: techWorth(context, tech) }));
  const best = worths.sort((a, b) => b.worth - a.worth || (a.tech.id < b.tech.id ? -1 : 1))[0];
  if (best === undefined) return [];
  return labsOf(known, blocOf(known, seat))
    .filter((lab) => lab !== seat)
    .slice(0, 2)
    .map((lab) =>
      proposal(known, lab, 3, { term: 'joint-research', from: seat, to: lab, tech: best.tech.id }, 'ui.deals.why.joint'),
    );
}

/** A contract is filled before the open market: a part of the cash, a turn, at the list price. */
function contracts(known: Known): Proposal[] {
  const { seat } = known;
  return makersOf(known)
    .filter((maker) => maker !== seat)
    .flatMap((maker) => bestOf(known, maker) ?? [])
    .flatMap((chip) => {
      const priceKusd = priceOf(known, chip);
      const units = Math.floor((ownOf(known).cashKusd * CONTRACT_SHARE) / priceKusd);
      const term = { term: 'chips', from: chip.maker, to: seat, chip: chip.id, units, priceKusd } as const;
      return units < 1 ? [] : [proposal(known, chip.maker, 2, term, 'ui.deals.why.contract')];
    });
}

/** The strongest chip of a maker that is made for all. */
const bestOf = (known: Known, maker: string): Chip | undefined =>
  onSale(known, maker)
    .filter(({ cutDownOf }) => cutDownOf === null)
    .sort((a, b) => b.trainMilliH100e - a.trainMilliH100e)[0];

function sales(known: Known): Proposal[] {
  const { seat } = known;
  const chip = bestOf(known, seat);
  if (chip === undefined) return [];
  return labsOf(known, blocOf(known, seat))
    .filter((lab) => lab !== seat)
    .map((lab) => {
      const term = {
        term: 'chips',
        from: seat,
        to: lab,
        chip: chip.id,
        units: FIRST_UNITS,
        priceKusd: priceOf(known, chip),
      } as const;
      return proposal(known, lab, 2, term, 'ui.deals.why.sale');
    });
}

function truces(known: Known): Proposal[] {
  const { seat } = known;
  return rivalBlocs(known, blocOf(known, seat))
    .flatMap((bloc) => governmentsOf(known, bloc))
    .flatMap((rival) => [
      proposal(known, rival, 4, { term: 'truce', from: seat, to: rival }, 'ui.deals.why.truce'),
      proposal(known, rival, 4, { term: 'promise', from: rival, to: seat, conduct: 'no-retaliation' }, 'ui.deals.why.promise'),
    ]);
}
