/**
 * A match while it is loaded, in a server's room or a browser's worker: commands go through the table's reducer, are
 * stored, and only then take effect and are told. One thing happens at a time; a turn is resolved between two commands.
 */

import type { Command, CommandResult } from '../protocol/commands.ts';
import type { PastMessage } from '../protocol/messages.ts';
import { parseOrder } from '../rules/orders/registry.ts';
import type { Entry } from '../state/ledger.ts';
import { cloneJson } from '../util/clone.ts';
import type { Id } from '../util/ids.ts';
import { type Applied, applyCommand, change } from './apply.ts';
import { answerAsBots, makeBotOffers } from './bots-at-table.ts';
import { dueNow } from './clock.ts';
import { Connections } from './connections.ts';
import { epilogueTurns, playEpilogue } from './epilogue.ts';
import { keepRefusal, turnBefore } from './kept.ts';
import { type Live, type MatchDeps, type Told, toldTo } from './live.ts';
import { recordsOf } from './log-records.ts';
import { type AuditLine, type Claim, FencedError } from './match-store.ts';
import { ALL_NEWS, CLOSED_NEWS, type News, newsOf, TABLE_NEWS } from './news.ts';
import { pastTo, reportTo } from './past.ts';
import { isAway, passHost, setConnected } from './people.ts';
import { admit } from './prepare.ts';
import { isRefused, type Refused, refuse } from './reasons.ts';
import { resolvedTurn } from './resolved-turn.ts';
import { Serial } from './serial.ts';
import type { Table, TableDeps, TableEvent } from './table.ts';

export class Match {
  readonly id: string;
  /** Since when nobody has been connected, milliseconds; null while someone is. */
  idleSinceMs: number | null;
  #live: Live;
  #closed = false;
  #resolving = false;
  readonly #serial = new Serial((error) => this.#onFault(error));
  readonly #epoch: number;
  readonly #deps: MatchDeps;
  readonly #tableDeps: TableDeps;
  readonly #connections = new Connections();
  readonly #listeners = new Set<(news: News) => void>();

  constructor(live: Live, epoch: number, deps: MatchDeps) {
    this.id = live.table.matchId;
    this.#live = live;
    this.#epoch = epoch;
    this.#deps = deps;
    this.idleSinceMs = deps.now();
    this.#tableDeps = { blocOf: (seat) => deps.ruleset.actors[seat]?.bloc ?? '', parseOrder };
  }

  get table(): Readonly<Table> {
    return this.#live.table;
  }

  get closed(): boolean {
    return this.#closed;
  }

  listen(listener: (news: News) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What planning begins with when a match is loaded: bots offer deals, a missed deadline or epilogue is caught up. */
  awaken(): void {
    if (this.#live.table.status === 'planning' && this.#live.table.offers.length === 0)
      this.#serial.later(() => this.#botsOffer());
    if (this.#live.table.status === 'ended' && this.#live.epilogue === null) this.#serial.later(() => this.#playEpilogue());
    this.tick();
  }

  /** A command of a person. Stored before it is acknowledged; a refusal changes nothing. */
  command(person: string, command: Command): Promise<CommandResult> {
    return this.#serial.run(async () => {
      const applied = this.#closed
        ? refuse('match-closed')
        : applyCommand(this.#live.table, person, command, this.#deps.now(), this.#tableDeps);
      if (isRefused(applied)) return keepRefusal(this.#deps, this.id, person, command, applied);
      const audit: AuditLine[] = command.do === 'draft' ? [{ kind: 'draft', person, body: command }] : [];
      await this.#commit(applied, person, audit);
      this.#follow(applied.events);
      return { ok: true, revision: this.#revisionOf(person) };
    });
  }

  /** Adds a person, in a seat where one is named, or neither. */
  join(person: string, name: string, seat: string | null): Promise<Refused | null> {
    return this.#serial.run(async () => {
      if (this.#live.table.people[person] !== undefined && seat === null) return null;
      const applied = change(this.#live.table, (next) => admit(next, person, name, seat, this.#deps.now()));
      if (isRefused(applied)) return applied;
      await this.#commit(applied, person, []);
      return null;
    });
  }

  /** Connections that a person has open. */
  connectionsOf(person: string): number {
    return this.#connections.of(person);
  }

  knows(person: string): boolean {
    return this.#live.table.people[person] !== undefined;
  }

  /** One more or one fewer connection of a person. */
  connect(person: string, by: 1 | -1): Promise<void> {
    return this.#serial.run(async () => {
      const open = this.#connections.count(person, by);
      const nowMs = this.#deps.now();
      this.idleSinceMs = this.#connections.none ? nowMs : null;
      this.#inMemory((next) => setConnected(next, person, open > 0, nowMs));
    });
  }

  /** Looks at the clock: a turn that is due is resolved, an absent host is followed by another. */
  tick(): void {
    const nowMs = this.#deps.now();
    if (!this.#resolving && dueNow(this.#live.table, nowMs) !== null) this.#serial.later(() => this.#resolveIfDue());
    const { host } = this.#live.table;
    if (host !== null && isAway(this.#live.table, host, nowMs))
      this.#serial.later(async () => this.#inMemory((next) => passHost(next, nowMs)));
  }

  /** What a person is told: table, planning, view. */
  told(person: string): Told {
    return toldTo(this.#live, person, this.#deps, this.#tableDeps);
  }

  reportFor(person: string, turn: number): Promise<Entry[] | null> {
    return reportTo(this.#live, person, turn, this.#deps.store);
  }

  /** A turn that was played as the person may see it again, also as another seat knew it where nothing is secret. */
  pastFor(person: string, turn: number, as: Id | null): Promise<PastMessage | null> {
    return pastTo(this.#live, person, { turn, as }, this.#deps);
  }

  /** Resolves once everything that was asked so far is done. */
  async settled(): Promise<void> {
    await this.#serial.run(async () => undefined);
  }

  async #resolveIfDue(): Promise<void> {
    const due = dueNow(this.#live.table, this.#deps.now());
    if (due === null || this.#closed) return;
    this.#resolving = true;
    try {
      await this.#resolveTurn(due);
    } catch (error) {
      if (error instanceof FencedError) throw error;
      this.#deps.log.error(
        { err: error, match: this.id, turn: this.#live.table.turn },
        'a turn could not be resolved; the match is paused',
      );
      this.#inMemory((next) => {
        next.paused = true;
        return [{ event: 'paused', paused: true }];
      });
    } finally {
      this.#resolving = false;
    }
  }

  async #resolveTurn(due: 'ready' | 'time-up'): Promise<void> {
    const { ruleset, store, now, rest, counts } = this.#deps;
    const startedMs = now();
    const resolved = await resolvedTurn(ruleset, this.#live.state, this.#live.table, due, now, rest);
    await store.append(this.#claim(), resolved, now());
    const { state, ledger } = resolved.turn;
    this.#live = { table: resolved.table, state, ledger, epilogue: null };
    counts.turnsResolved += 1;
    counts.resolveMs += now() - startedMs;
    this.#tell(ALL_NEWS);
    this.#serial.later(() => (state.ended === 'no' ? this.#botsOffer() : this.#playEpilogue()));
  }

  async #botsOffer(): Promise<void> {
    await this.#ofBots((next) => [
      ...makeBotOffers(this.#deps.ruleset, this.#live.state, next),
      ...answerAsBots(this.#deps.ruleset, this.#live.state, next),
    ]);
  }

  async #ofBots(perform: (next: Table) => TableEvent[]): Promise<void> {
    if (this.#closed || this.#live.table.status !== 'planning') return;
    const applied = change(this.#live.table, perform);
    if (!isRefused(applied)) await this.#commit(applied, null, []);
  }

  /** Runs beside the queue, for it takes seconds and changes nothing of the match. */
  async #playEpilogue(): Promise<void> {
    const { ruleset, store, rest, log } = this.#deps;
    const turns = epilogueTurns(ruleset, this.#live.state);
    if (turns === 0 || this.#live.epilogue !== null) return;
    playEpilogue(ruleset, this.#live.state, turns, 'normal', rest)
      .then(async (history) => {
        await store.saveEpilogue(this.id, history);
        this.#live = { ...this.#live, epilogue: history };
        this.#tell({ table: false, planning: [], views: 'all', closed: false });
      })
      .catch((error: unknown) => log.error({ err: error, match: this.id }, 'the epilogue could not be played'));
  }

  /** What a command leads to: bots answer offers, a turn may be due. */
  #follow(events: readonly TableEvent[]): void {
    const started = events.some(({ event }) => event === 'started' || event === 'rewound');
    if (started) this.#serial.later(() => this.#botsOffer());
    else if (events.some((event) => event.event === 'autopilot' || (event.event === 'offer' && event.change === 'made'))) {
      this.#serial.later(() => this.#ofBots((next) => answerAsBots(this.#deps.ruleset, this.#live.state, next)));
    }
    if (dueNow(this.#live.table, this.#deps.now()) !== null) this.#serial.later(() => this.#resolveIfDue());
  }

  async #commit({ table, events }: Applied, person: string | null, audit: readonly AuditLine[]): Promise<void> {
    if (events.length === 0) return;
    const rewound = events.find((event) => event.event === 'rewound');
    const back = rewound === undefined ? undefined : await turnBefore(this.#deps, this.id, rewound.to);
    const records = recordsOf(events, this.#live.table.turn, person ?? '');
    const turn = back === undefined ? {} : { turn: back };
    await this.#deps.store.append(this.#claim(), { table, records, audit, ...turn }, this.#deps.now());
    this.#live = back === undefined ? { ...this.#live, table } : { ...this.#live, table, state: back.state, ledger: back.ledger };
    this.#tell(newsOf(events));
  }

  /** A change that needs no storing: who is connected, who is host meanwhile. */
  #inMemory(perform: (next: Table) => TableEvent[]): void {
    const next = cloneJson(this.#live.table);
    if (perform(next).length === 0) return;
    this.#live = { ...this.#live, table: next };
    this.#tell(TABLE_NEWS);
  }

  #revisionOf(person: string): number {
    const seat = this.#live.table.people[person]?.seat ?? null;
    return seat === null ? 0 : (this.#live.table.seats[seat]?.draft.revision ?? 0);
  }

  #claim(): Claim {
    return { matchId: this.id, epoch: this.#epoch, turn: this.#live.table.turn };
  }

  #tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  #onFault(error: unknown): void {
    if (!(error instanceof FencedError)) {
      this.#deps.log.error({ err: error, match: this.id }, 'a change of a match failed');
      return;
    }
    this.#closed = true;
    this.#deps.log.warn({ match: this.id }, 'the match was taken over by another process');
    this.#tell(CLOSED_NEWS);
  }
}
