/** How a match comes into being: its table with the creator as host, its first state, and the first records of its log. */
import type { LogRecord, MatchLog } from '../replay/log.ts';
import { LOG_FORMAT } from '../replay/log.ts';
import { ENGINE_VERSION } from '../rules/engine-version.ts';
import { newMatch } from '../rules/new-match.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { stableHash } from '../util/stable-hash.ts';
import { recordsOf } from './log-records.ts';
import type { TurnRow } from './match-store.ts';
import { prepareTable, type Wanted } from './prepare.ts';
import { isRefused, type Refused, refuse } from './reasons.ts';
import { newTable, type Table } from './table.ts';

/** What is drawn or known beforehand. */
export interface MatchIdentity {
  readonly matchId: string;
  readonly code: string;
  /** 32 hex digits. */
  readonly seed: string;
  readonly rulesetHash: string;
  /** Id of the creator. */
  readonly person: string;
}

/** What a place that keeps matches writes of a new one. */
export interface Beginning {
  readonly engine: string;
  readonly table: Table;
  readonly start: TurnRow;
  readonly records: readonly LogRecord[];
}

export function beginMatch(ruleset: Ruleset, identity: MatchIdentity, wanted: Wanted, nowMs: number): Beginning | Refused {
  const { matchId, code, seed, rulesetHash, person } = identity;
  const { settings } = wanted;
  const scenario = ruleset.scenarios[settings.scenario];
  if (scenario === undefined) return refuse('unknown-scenario', { scenario: settings.scenario });
  const table = newTable({ matchId, code, settings, rulesetHash, seats: scenario.seats });
  const events = prepareTable(table, person, wanted, nowMs);
  if (isRefused(events)) return events;
  const state = newMatch(ruleset, scenario.id, seed);
  return {
    engine: ENGINE_VERSION,
    table,
    start: { turn: 0, hash: stableHash(state), state, ledger: [] },
    records: recordsOf(events, 0, person),
  };
}

/** The first lines of a match log. */
export function logHeader(match: {
  id: string;
  engine: string;
  rulesetHash: string;
  scenario: string;
  seed: string;
}): MatchLog['header'] {
  const { id, engine, rulesetHash, scenario, seed } = match;
  return { format: LOG_FORMAT, matchId: id, engineVersion: engine, rulesetHash, scenario, seed };
}
