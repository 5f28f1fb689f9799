/** Holds the matches of this browser in a worker: the shared match over the browser's own store, and a clock. */
import { beginMatch, logHeader } from '#shared/match/begin.ts';
import { takeUpRuleset } from '#shared/match/kept-ruleset.ts';
import type { MatchCounts } from '#shared/match/live.ts';
import { Match } from '#shared/match/match.ts';
import type { News } from '#shared/match/news.ts';
import { wakeTable } from '#shared/match/prepare.ts';
import { isRefused, type Refused, refuse } from '#shared/match/reasons.ts';
import { type Command, type CommandResult, commandSchema, matchSettingsSchema } from '#shared/protocol/commands.ts';
import type { PastMessage } from '#shared/protocol/messages.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { BrowserStore } from './browser-store.ts';
import { newMatchId, newPerson, newSeed } from './draw.ts';
import type { HostAnswer, HostRequest } from './host-messages.ts';
import { rest } from './rest.ts';

const TICK_MS = 500;
/** There is no one else to invite. */
const NO_CODE = '';

interface Opened {
  readonly match: Match;
  readonly person: string;
}

export class MatchHost {
  readonly #store: BrowserStore;
  readonly #tell: (news: HostAnswer) => void;
  readonly #opened = new Map<string, Opened>();
  readonly #counts: MatchCounts = { refusals: 0, turnsResolved: 0, resolveMs: 0 };

  constructor(store: BrowserStore, tell: (news: HostAnswer) => void) {
    this.#store = store;
    this.#tell = tell;
    setInterval(() => {
      for (const { match } of this.#opened.values()) match.tick();
    }, TICK_MS);
  }

  /** The value of the answer, or the reason for none. */
  answer(request: HostRequest): Promise<unknown> {
    switch (request.do) {
      case 'create':
        return this.#create(request);
      case 'open':
        return this.#open(request.matchId);
      case 'command':
        return this.#command(request.matchId, request.command);
      case 'report':
        return this.#report(request.matchId, request.turn);
      case 'past':
        return this.#past(request);
      case 'log':
        return this.#log(request.matchId);
      case 'ruleset':
        return this.#ruleset(request.hash);
      case 'leave':
        return this.#leave(request.matchId);
      case 'keep-only':
        return this.#store.keepOnly(new Set([...request.matchIds, ...this.#opened.keys()]));
    }
  }

  async #create(wanted: HostRequest & { do: 'create' }): Promise<{ matchId: string; code: string; token: string } | Refused> {
    const { base, seat, name, start } = wanted;
    const settings = matchSettingsSchema.parse(wanted.settings);
    const drawn = { matchId: newMatchId(), seed: newSeed(), person: newPerson(), rulesetHash: base.hash, code: NO_CODE };
    const begun = beginMatch(base.ruleset, drawn, { settings, seat, name, start }, Date.now());
    if (isRefused(begun)) return begun;
    const { matchId: id, seed, person, rulesetHash } = drawn;
    const { engine, table, records } = begun;
    const kept = { id, engine, rulesetHash, scenario: settings.scenario, seed, person, epoch: 0, table, epilogue: null };
    await this.#store.insert({ ...kept, records: records.length }, begun.start, records, {
      ruleset: base.ruleset,
      locales: base.locales,
    });
    return { matchId: id, code: NO_CODE, token: person };
  }

  async #open(matchId: string): Promise<true | Refused> {
    const row = await this.#store.claim(matchId);
    const body = row === null ? null : await this.#ruleset(row.rulesetHash);
    const turn = row === null ? null : await this.#store.turn(matchId, row.table.turn);
    if (row === null || body === null || turn === null) return refuse('unknown-match');
    if (isRefused(body)) return body;
    wakeTable(row.table, Date.now());
    const live = { table: row.table, state: turn.state, ledger: turn.ledger, epilogue: row.epilogue };
    const { ruleset } = body;
    const deps = { store: this.#store, ruleset, now: Date.now, rest, log: console, counts: this.#counts };
    const match = new Match(live, row.epoch, deps);
    this.#opened.set(matchId, { match, person: row.person });
    match.listen((news) => this.#pass(match, row.person, news));
    await match.connect(row.person, 1);
    const { table, planning, view } = match.told(row.person);
    this.#tell({ told: matchId, table, planning, view });
    match.awaken();
    return true;
  }

  async #ruleset(hash: string): Promise<RulesetBody | Refused | null> {
    const kept = await this.#store.ruleset(hash);
    return kept === null ? null : takeUpRuleset(kept);
  }

  async #command(matchId: string, given: Command): Promise<CommandResult> {
    const opened = this.#opened.get(matchId);
    const command = commandSchema.safeParse(given);
    if (opened === undefined) return { ok: false, reason: refuse('unknown-match').rejection };
    if (!command.success) {
      const path = command.error.issues[0]?.path.map(String).join('.') ?? '';
      return { ok: false, reason: refuse('malformed', { path }).rejection };
    }
    return opened.match.command(opened.person, command.data);
  }

  async #report(matchId: string, turn: number): Promise<unknown> {
    const opened = this.#opened.get(matchId);
    return (await opened?.match.reportFor(opened.person, turn)) ?? refuse('no-report', { number: turn + 1 });
  }

  async #past({ matchId, turn, as }: HostRequest & { do: 'past' }): Promise<PastMessage | Refused> {
    const opened = this.#opened.get(matchId);
    return (await opened?.match.pastFor(opened.person, turn, as)) ?? refuse('no-report', { number: turn + 1 });
  }

  /** As on a server the log is open once the match has ended, for it holds the seed and everybody's orders. */
  async #log(matchId: string): Promise<MatchLog | Refused> {
    const row = await this.#store.match(matchId);
    if (row === null) return refuse('unknown-match');
    if (row.table.status !== 'ended') return refuse('match-not-ended');
    return { header: logHeader(row), records: await this.#store.records(matchId) };
  }

  async #leave(matchId: string): Promise<void> {
    const opened = this.#opened.get(matchId);
    this.#opened.delete(matchId);
    await opened?.match.settled();
  }

  #pass(match: Match, person: string, { table, planning, views, closed }: News): void {
    if (this.#opened.get(match.id)?.match !== match) return;
    if (closed) {
      this.#opened.delete(match.id);
      this.#tell({ told: match.id, elsewhere: true });
      return;
    }
    const told = match.told(person);
    const seat = match.table.people[person]?.seat ?? null;
    this.#tell({
      told: match.id,
      ...(table ? { table: told.table } : {}),
      ...(planning === 'all' || (seat !== null && planning.includes(seat)) ? { planning: told.planning } : {}),
      ...(views === 'all' || views.includes(person) ? { view: told.view } : {}),
    });
  }
}
