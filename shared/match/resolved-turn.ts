/**
 * Resolves the turn of a table: orders gathered, rules applied, and what is to be stored. Changes nothing itself. Turns
 * are counted as played: the last one may settle several quarters at once.
 */

import type { LogRecord } from '../replay/log.ts';
import { partsOf } from '../replay/parts.ts';
import { resolve } from '../rules/resolve.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { MatchState } from '../state/schema.ts';
import { cloneJson } from '../util/clone.ts';
import { stableHash } from '../util/stable-hash.ts';
import { beginPlanning, endMatch } from './clock.ts';
import type { Change, TurnRow } from './match-store.ts';
import { signedDeals } from './offers.ts';
import type { Rest } from './rest.ts';
import type { Table } from './table.ts';
import { gatherOrders, ordersAlone } from './turn-orders.ts';

export type ResolvedTurn = Change & { readonly turn: TurnRow };

export async function resolvedTurn(
  ruleset: Ruleset,
  before: MatchState,
  table: Table,
  due: 'ready' | 'time-up',
  now: () => number,
  rest: Rest,
): Promise<ResolvedTurn> {
  const { turn } = table;
  const given = await gatherOrders(ruleset, before, table, rest);
  const deals = signedDeals(table);
  const { state, ledger } = resolve(ruleset, before, { orders: ordersAlone(given), deals });
  const hash = stableHash(state);
  const next = cloneJson(table);
  if (state.ended === 'no') beginPlanning(next, turn + 1, now());
  else endMatch(next, turn + 1);
  const timeUp: LogRecord[] = due === 'time-up' ? [{ record: 'intervention', turn, what: 'time-up', person: null }] : [];
  const records: LogRecord[] = [...timeUp, { record: 'turn', turn, orders: given, deals, hash, parts: partsOf(state) }];
  return { table: next, records, turn: { turn: turn + 1, hash, state, ledger } };
}
