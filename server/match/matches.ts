/**
 * All matches of this server: creates them, loads them from the store when someone comes or a deadline passes, keeps the
 * clock, and lets go of those that nobody needs in memory.
 */
import { setImmediate as rest } from 'node:timers/promises';
import { beginMatch, logHeader } from '#shared/match/begin.ts';
import { Match } from '#shared/match/match.ts';
import { type Wanted, wakeTable } from '#shared/match/prepare.ts';
import { isRefused, type Refused, refuse } from '#shared/match/reasons.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { Rulesets } from '../content/rulesets.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import { newCode, newMatchId, newSeed, newToken, personOf } from './secrets.ts';

const TICK_MS = 500;
const SWEEP_MS = 10_000;
/** A match without a deadline leaves memory after nobody has been there for this long. */
const UNLOAD_AFTER_MS = 5 * 60_000;
const CODE_ATTEMPTS = 5;

export interface MatchesDeps {
  readonly store: Store;
  readonly rulesets: Rulesets;
  readonly now: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Created {
  readonly matchId: string;
  readonly code: string;
  readonly token: string;
}

export class Matches {
  readonly #deps: MatchesDeps;
  readonly #live = new Map<string, Promise<Match | Refused | null>>();
  readonly #loaded = new Map<string, Match>();
  #tickTimer: NodeJS.Timeout | null = null;
  #sweepTimer: NodeJS.Timeout | null = null;

  constructor(deps: MatchesDeps) {
    this.#deps = deps;
  }

  get live(): number {
    return this.#loaded.size;
  }

  startClock(): void {
    this.#tickTimer = setInterval(() => this.#tick(), TICK_MS);
    this.#sweepTimer = setInterval(() => void this.#sweep(), SWEEP_MS);
    this.#tickTimer.unref();
    this.#sweepTimer.unref();
    void this.#sweep();
  }

  /** Stops the clock and waits until everything that was asked is stored. */
  async stop(): Promise<void> {
    if (this.#tickTimer !== null) clearInterval(this.#tickTimer);
    if (this.#sweepTimer !== null) clearInterval(this.#sweepTimer);
    await Promise.all([...this.#loaded.values()].map((match) => match.settled().catch(() => undefined)));
  }

  /** Creates a match with its creator as host. */
  async create(wanted: Wanted): Promise<Created | Refused> {
    const { rulesets, store, now, metrics } = this.#deps;
    const token = newToken();
    const rules = await rulesets.withMods(wanted.settings.mods ?? [], now());
    if (isRefused(rules)) return rules;
    const drawn = { matchId: newMatchId(), seed: newSeed(), person: personOf(token), rulesetHash: rules.hash };
    for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
      const code = newCode();
      if ((await store.matchByCode(code)) !== null) continue;
      const begun = beginMatch(rules.ruleset, { ...drawn, code }, wanted, now());
      if (isRefused(begun)) return begun;
      await store.insertMatch({ id: drawn.matchId, code, rulesetHash: drawn.rulesetHash, seed: drawn.seed, ...begun }, now());
      metrics.matchesCreated += 1;
      return { matchId: drawn.matchId, code, token };
    }
    throw new Error('no free code was found');
  }

  /** The match, loaded from the store if need be; null when there is none, refused where the rules of today can't go on. */
  open(matchId: string): Promise<Match | Refused | null> {
    const known = this.#live.get(matchId);
    if (known !== undefined) return known;
    const loading = this.#load(matchId).catch((error: unknown) => {
      this.#live.delete(matchId);
      throw error;
    });
    this.#live.set(matchId, loading);
    return loading;
  }

  /** Log of a match that has ended; refused before, for it holds the seed and everybody's orders. */
  async log(matchId: string): Promise<MatchLog | Refused> {
    const row = await this.#deps.store.match(matchId);
    if (row === null) return refuse('unknown-match');
    if (row.status !== 'ended') return refuse('match-not-ended');
    const header = logHeader({
      id: row.id,
      engine: row.engine,
      rulesetHash: row.ruleset_hash,
      scenario: row.scenario,
      seed: row.seed,
    });
    return { header, records: await this.#deps.store.records(matchId) };
  }

  async #load(matchId: string): Promise<Match | Refused | null> {
    const { store, rulesets, now, log, metrics } = this.#deps;
    const row = await store.claim(matchId);
    if (row === null) {
      this.#live.delete(matchId);
      return null;
    }
    const body = await rulesets.body(row.ruleset_hash);
    if (isRefused(body)) {
      this.#live.delete(matchId);
      log.warn({ match: matchId, reason: body.rejection }, 'a match can no longer be played');
      return body;
    }
    const turn = await store.turn(matchId, row.turn);
    if (body === null || turn === null) throw new Error(`match ${matchId} can't be loaded: its ruleset or last turn is missing`);
    wakeTable(row.table, now());
    const live = { table: row.table, state: turn.state, ledger: turn.ledger, epilogue: row.epilogue };
    const match = new Match(live, row.epoch, { store, ruleset: body.ruleset, now, rest, log, counts: metrics });
    match.listen(({ closed }) => closed && this.#forget(matchId));
    this.#loaded.set(matchId, match);
    metrics.matchesLoaded += 1;
    match.awaken();
    return match;
  }

  #tick(): void {
    const nowMs = this.#deps.now();
    for (const [matchId, match] of this.#loaded) {
      match.tick();
      const idle = match.idleSinceMs !== null && nowMs - match.idleSinceMs > UNLOAD_AFTER_MS;
      if (idle && match.table.deadlineMs === null) this.#forget(matchId);
    }
  }

  /** Wakes matches whose planning time passed while they were not in memory; one that can't be loaded keeps no other back. */
  async #sweep(): Promise<void> {
    const { store, now, log } = this.#deps;
    try {
      for (const matchId of await store.overdue(now())) {
        await this.open(matchId).catch((error: unknown) =>
          log.error({ err: error, match: matchId }, 'a match could not be woken'),
        );
      }
    } catch (error) {
      log.error({ err: error }, 'overdue matches could not be found');
    }
  }

  #forget(matchId: string): void {
    this.#live.delete(matchId);
    this.#loaded.delete(matchId);
  }
}
