/** Compute that changes hands for some turns: rented from strangers abroad, or lent by another actor under a deal. */
import { floorInt, splitByLargestRemainder } from '../util/exact-math.ts';
import { pay } from './accounts.ts';
import { computeOf } from './compute.ts';
import { record } from './entries.ts';
import { blocOf } from './know.ts';
import { leverForce } from './levers.ts';
import { own, type Turn } from './turn.ts';

/** What lenders part with this turn, thousandths of an H100: by loan, and in all by lender. */
export interface LentCompute {
  readonly loans: ReadonlyMap<object, number>;
  readonly awayMilli: Readonly<Record<string, number>>;
}

export function endRentals(turn: Turn): void {
  for (const id of turn.seats)
    own(turn, id).rentals = own(turn, id).rentals.filter((rental) => rental.untilTurn > turn.state.turn);
}

/** Loans of compute; who promised more than its own chips do lends pro rata. */
export function lentCompute(turn: Turn): LentCompute {
  const loans = new Map<object, number>();
  const awayMilli: Record<string, number> = {};
  for (const lender of turn.seats) {
    const mine = turn.seats.flatMap((id) => own(turn, id).rentals.filter((rental) => rental.from === lender));
    if (mine.length === 0) continue;
    const wanted = mine.map((rental) => rental.milliH100e);
    let total = 0;
    for (const milli of wanted) total += milli;
    const have = computeOf(turn, lender, own(turn, lender)).trainMilli;
    const parts = total <= have ? wanted : splitByLargestRemainder(have, wanted);
    mine.forEach((rental, index) => {
      loans.set(rental, parts[index] ?? 0);
    });
    awayMilli[lender] = Math.min(total, have);
  }
  return { loans, awayMilli };
}

/** Compute of others that an actor has this turn, thousandths of an H100; closed clouds give nothing. */
export function rentedBy(turn: Turn, id: string, lent: LentCompute): number {
  const owner = own(turn, id);
  const bloc = blocOf(turn, id);
  const { force, laws } = leverForce(turn, bloc, 'cloud');
  let milli = 0;
  for (const rental of owner.rentals) {
    const home = rental.from !== null && blocOf(turn, rental.from) === bloc;
    const offered = lent.loans.get(rental) ?? rental.milliH100e;
    const got = home ? offered : floorInt(offered * (1 - force));
    milli += got;
    if (got < offered) {
      record(turn, {
        topic: 'compute',
        subject: id,
        unit: 'milliH100e',
        before: offered,
        after: got,
        causes: laws.map((law) => ({ kind: 'law' as const, id: law.id, by: law.by })),
        line: { id: 'report.rental.cut', params: { actor: id, lostMilliH100e: offered - got } },
        audience: [id],
        places: rental.site === null ? [] : [rental.site],
        weight: 7,
      });
    }
    if (offered < rental.milliH100e) {
      record(turn, {
        topic: 'compute',
        subject: id,
        unit: 'milliH100e',
        before: rental.milliH100e,
        after: offered,
        causes: [{ kind: 'rule', id: 'rule.overlent' }],
        line: { id: 'report.loan.short', params: { actor: id, lostMilliH100e: rental.milliH100e - offered } },
        audience: rental.from === null ? [id] : [id, rental.from].sort(),
        weight: 7,
      });
    }
  }
  return milli;
}

/** Rent is paid each turn to strangers abroad; loans are paid for by the money terms of their deals. */
export function payRentals(turn: Turn): void {
  for (const id of turn.seats)
    for (const rental of own(turn, id).rentals)
      pay(turn, `actor:${id}`, 'world:clouds', rental.kusdPerTurn, [{ kind: 'rule', id: 'rule.rent' }]);
}
