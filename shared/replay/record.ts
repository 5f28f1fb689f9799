/** Writes the log of a match that is played without a server: by bots for an experiment, or in a browser. */
import { ENGINE_VERSION } from '../rules/engine-version.ts';
import type { Order } from '../rules/order-kind.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { DealOffer } from '../state/deal.ts';
import type { MatchState } from '../state/schema.ts';
import { sortedEntries } from '../util/ids.ts';
import { stableHash } from '../util/stable-hash.ts';
import { LOG_FORMAT, type LogHeader, type SeatOrders, type TurnRecord } from './log.ts';
import { partsOf } from './parts.ts';

export function logHeader(ruleset: Ruleset, scenario: string, seed: string, matchId: string): LogHeader {
  return { format: LOG_FORMAT, matchId, engineVersion: ENGINE_VERSION, rulesetHash: stableHash(ruleset), scenario, seed };
}

export interface PlayedByBots {
  readonly turn: number;
  readonly orders: Readonly<Record<string, readonly Order[]>>;
  readonly deals: readonly DealOffer[];
  readonly resolution: { readonly state: MatchState };
}

/** Record of a turn in which bots gave all orders. */
export function botTurnRecord({ turn, orders, deals, resolution: { state } }: PlayedByBots): TurnRecord {
  const given: Record<string, SeatOrders> = {};
  for (const [seat, list] of sortedEntries(orders))
    given[seat] = { orders: list.map((order) => ({ ...order })), person: null, source: 'bot' };
  return { record: 'turn', turn, orders: given, deals: [...deals], hash: stableHash(state), parts: partsOf(state) };
}
