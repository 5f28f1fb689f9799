/** Phase 5, fabs: designs are finished, lines grow and learn, makers turn dies, memory and packages into chips. */
import { sortedKeys } from '../../util/ids.ts';
import { carryOut } from '../carry.ts';
import { gatherBids, orderBids } from '../demand.ts';
import { record } from '../entries.ts';
import { chipmakersOf, makersOf, productLine } from '../know.ts';
import { growLines } from '../line-growth.ts';
import { planInputs, produce } from '../production.ts';
import { own, type Turn } from '../turn.ts';

export function fabsPhase(turn: Turn): void {
  carryOut(turn, 'design');
  carryOut(turn, 'set-aside');
  carryOut(turn, 'reserve');
  carryOut(turn, 'software');
  finishDesigns(turn);
  const ordered = orderBids(turn);
  listProducts(turn);
  turn.scratch.bids = gatherBids(turn, ordered);
  planInputs(turn, chipmakersOf(turn));
  for (const maker of chipmakersOf(turn)) produce(turn, maker);
  growLines(turn);
  for (const maker of chipmakersOf(turn)) {
    own(turn, maker).reservations = own(turn, maker).reservations.filter(
      (reservation) => reservation.untilTurn > turn.state.turn,
    );
  }
}

function finishDesigns(turn: Turn): void {
  for (const maker of makersOf(turn)) {
    const owner = own(turn, maker);
    for (const work of owner.designing) {
      if (work.dueTurn > turn.state.turn) continue;
      owner.designs[work.chip] = work.design;
      turn.state.designs[work.chip] = work.design;
      record(turn, {
        topic: 'design',
        subject: maker,
        unit: 'designs',
        before: 0,
        after: 1,
        item: work.chip,
        line: { id: 'report.design.done', params: { maker, chip: work.chip } },
        weight: 6,
      });
    }
    owner.designing = owner.designing.filter((work) => work.dueTurn > turn.state.turn);
  }
}

/** Keeps the public price list: what is in the product line, and what is left in stock. */
function listProducts(turn: Turn): void {
  for (const maker of chipmakersOf(turn)) {
    const prices = turn.state.actors[maker]?.open.pricesKusd;
    if (prices === undefined) continue;
    const line = productLine(turn, maker);
    for (const chip of line) prices[chip.id] ??= chip.priceKusd;
    const inLine = new Set(line.map((chip) => chip.id));
    for (const id of sortedKeys(prices)) if (!inLine.has(id) && (own(turn, maker).inventory[id] ?? 0) <= 0) delete prices[id];
  }
}
