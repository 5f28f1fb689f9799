/** Phase 6, trade: contracts, then set-asides, then the open market pro rata; then the grey market. */
import { carryOut } from '../carry.ts';
import { reckonDemand } from '../denied.ts';
import { type Filled, fillBids } from '../filling.ts';
import { greyMarket } from '../grey-market.ts';
import { chipmakersOf, makersOf } from '../know.ts';
import { own, type Turn } from '../turn.ts';

export function tradePhase(turn: Turn): void {
  for (const maker of makersOf(turn)) {
    own(turn, maker).salesByTurnKusd = own(turn, maker).salesByTurnKusd.slice(-3);
    own(turn, maker).rivalSalesByTurnKusd = own(turn, maker).rivalSalesByTurnKusd.slice(-3);
    own(turn, maker).wanted = {};
  }
  const filled: Filled[] = chipmakersOf(turn).flatMap((maker) => fillBids(turn, maker));
  // A shock to orders lasts one turn of trade.
  for (const maker of makersOf(turn)) delete own(turn, maker).counters['orders-change'];
  carryOut(turn, 'rent');
  carryOut(turn, 'buy-grey');
  const grey = greyMarket(turn, filled);
  reckonDemand(turn, filled, grey);
}
