/** The accounts of conservation on the base ruleset. */
import { overused as overusedUnder } from '#shared/experiment/accounts.ts';
import type { Ledger } from '#shared/state/ledger.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { ruleset } from './matches.ts';

export { chipsOf, moneyOf, movedBy, unbalanced } from '#shared/experiment/accounts.ts';

export const overused = (before: MatchState, ledger: Ledger): ReturnType<typeof overusedUnder> =>
  overusedUnder(ruleset, before, ledger);
