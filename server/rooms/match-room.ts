/**
 * The channel between a match and those who are connected to it: who they are, requests in, messages out. It holds
 * nothing of the match; when the last client has gone it goes too, and the match stays in the store.
 */
import { type Client, CloseCode, ErrorCode, type MessageContext, Room, type RoomException, ServerError } from '@colyseus/core';
import { z } from 'zod';
import type { Match } from '#shared/match/match.ts';
import type { News } from '#shared/match/news.ts';
import { isRefused } from '#shared/match/reasons.ts';
import { type CommandResult, commandSchema } from '#shared/protocol/commands.ts';
import { MESSAGE } from '#shared/protocol/messages.ts';
import { refusalText } from '#shared/protocol/refusal-text.ts';
import { idSchema } from '#shared/util/ids.ts';
import { malformed, TOO_FAST, TOO_LARGE } from '../http/reasons.ts';
import type { Log } from '../log.ts';
import type { Matches } from '../match/matches.ts';
import { MATCH_ID_PATTERN, personOf, TOKEN_PATTERN } from '../match/secrets.ts';
import type { Metrics } from '../metrics.ts';
import { Bucket, type Pace } from './pace.ts';
import { PublicState, showTable } from './public-state.ts';

/** All that a client may say when it joins. */
export const joinOptionsSchema = z.strictObject({
  matchId: z.string().regex(MATCH_ID_PATTERN),
  token: z.string().regex(TOKEN_PATTERN),
});
const reportRequestSchema = z.strictObject({ turn: z.int().min(0).max(1000) });
const pastRequestSchema = reportRequestSchema.extend({ as: idSchema.nullable() });

const SECONDS_TO_COME_BACK = 30;
/** Largest request that is looked at, in characters of its JSON. */
const MOST_CHARACTERS = 32_768;
/** Tabs and devices of one person at once. */
const MOST_CONNECTIONS = 8;
const PACE: Pace = { burst: 30, perSecond: 10 };

export interface RoomDeps {
  readonly matches: Matches;
  readonly now: () => number;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Slower or faster for tests. */
  readonly pace?: Pace;
}

interface Guest {
  readonly person: string;
  readonly bucket: Bucket;
}
type MatchClient = Client & { userData?: Guest };

/** The class of rooms over the matches of this server. */
export function matchRoomOver(deps: RoomDeps) {
  return class MatchRoom extends Room<{ state: PublicState; client: MatchClient }> {
    override state = new PublicState();
    override maxClients = 256;
    override maxMessagesPerSecond = 100;
    override patchRate = null;
    #match: Match | null = null;
    #stopListening: () => void = () => undefined;

    override messages = {
      command: (client: MatchClient, message: unknown, _context: MessageContext): Promise<CommandResult> =>
        this.#command(client, message),
      report: (client: MatchClient, message: unknown, context: MessageContext) => this.#report(client, message, context),
      past: (client: MatchClient, message: unknown, context: MessageContext) => this.#past(client, message, context),
    };

    /** Only people of the match come in, each with a token of their own; checked before a place is kept for them. */
    static override async onAuth(_header: string, options: unknown): Promise<string> {
      const { matchId, token } = joinOptionsSchema.parse(options);
      const match = await deps.matches.open(matchId);
      const person = personOf(token);
      if (isRefused(match)) throw new ServerError(ErrorCode.AUTH_FAILED, refusalText(match.rejection));
      if (match === null || !match.knows(person)) throw new ServerError(ErrorCode.AUTH_FAILED, 'reject.unknown-person');
      if (match.connectionsOf(person) >= MOST_CONNECTIONS)
        throw new ServerError(ErrorCode.AUTH_FAILED, 'reject.too-many-connections');
      return person;
    }

    override async onCreate(options: unknown): Promise<void> {
      const { matchId } = joinOptionsSchema.parse(options);
      const match = await deps.matches.open(matchId);
      if (match === null) throw new ServerError(ErrorCode.MATCHMAKE_INVALID_ROOM_ID, 'reject.unknown-match');
      if (isRefused(match)) throw new ServerError(ErrorCode.MATCHMAKE_INVALID_ROOM_ID, refusalText(match.rejection));
      this.roomId = match.id;
      this.#match = match;
      this.#stopListening = match.listen((news) => this.#tell(news));
      showTable(this.state, match.table);
    }

    override async onJoin(client: MatchClient): Promise<void> {
      const person = client.auth as string;
      if (!this.#live.knows(person)) throw new ServerError(ErrorCode.AUTH_FAILED, 'reject.unknown-person');
      deps.metrics.joins += 1;
      client.userData = { person, bucket: new Bucket(deps.pace ?? PACE, deps.now()) };
      await this.#live.connect(person, 1);
      this.#tellAll(client);
    }

    override async onDrop(client: MatchClient): Promise<void> {
      this.allowReconnection(client, SECONDS_TO_COME_BACK).catch(() => undefined);
      await this.#live.connect(personIn(client), -1);
    }

    override async onReconnect(client: MatchClient): Promise<void> {
      await this.#live.connect(personIn(client), 1);
      this.#tellAll(client);
    }

    override async onLeave(client: MatchClient, code?: number): Promise<void> {
      if (code === CloseCode.CONSENTED || code === CloseCode.SERVER_SHUTDOWN) await this.#live.connect(personIn(client), -1);
    }

    override onDispose(): void {
      this.#stopListening();
    }

    override onUncaughtException(error: RoomException, where: string): void {
      deps.metrics.faults += 1;
      deps.log.error({ err: error, where, match: this.roomId }, 'an exception in a room');
    }

    get #live(): Match {
      if (this.#match === null) throw new ServerError(ErrorCode.MATCHMAKE_INVALID_ROOM_ID, 'reject.unknown-match');
      return this.#match;
    }

    async #command(client: MatchClient, message: unknown): Promise<CommandResult> {
      deps.metrics.commands += 1;
      const guest = client.userData;
      if (guest === undefined) return { ok: false, reason: { id: 'reject.unknown-person', params: {} } };
      if (!guest.bucket.take(deps.now())) return { ok: false, reason: TOO_FAST };
      if (sizeOf(message) > MOST_CHARACTERS) return { ok: false, reason: TOO_LARGE };
      const parsed = commandSchema.safeParse(message);
      if (!parsed.success) return { ok: false, reason: malformed(parsed.error) };
      try {
        return await this.#live.command(guest.person, parsed.data);
      } catch (error) {
        deps.metrics.faults += 1;
        deps.log.error({ err: error, match: this.roomId }, 'a command failed');
        return { ok: false, reason: { id: 'reject.fault', params: {} } };
      }
    }

    async #report(client: MatchClient, message: unknown, context: MessageContext) {
      const guest = client.userData;
      if (guest === undefined || !guest.bucket.take(deps.now())) return context.reject(TOO_FAST);
      const parsed = reportRequestSchema.safeParse(message);
      if (!parsed.success) return context.reject(malformed(parsed.error));
      const entries = await this.#live.reportFor(guest.person, parsed.data.turn);
      return entries ?? context.reject({ id: 'reject.no-report', params: { number: parsed.data.turn + 1 } });
    }

    async #past(client: MatchClient, message: unknown, context: MessageContext) {
      const guest = client.userData;
      if (guest === undefined || !guest.bucket.take(deps.now())) return context.reject(TOO_FAST);
      const parsed = pastRequestSchema.safeParse(message);
      if (!parsed.success) return context.reject(malformed(parsed.error));
      const { turn, as } = parsed.data;
      const past = await this.#live.pastFor(guest.person, turn, as);
      return past ?? context.reject({ id: 'reject.no-report', params: { number: turn + 1 } });
    }

    #tell({ table, planning, views, closed }: News): void {
      if (closed) {
        void this.disconnect(CloseCode.MAY_TRY_RECONNECT);
        return;
      }
      if (table) showTable(this.state, this.#live.table);
      for (const client of this.clients) {
        const guest = client.userData;
        if (guest === undefined) continue;
        const seat = this.#live.table.people[guest.person]?.seat ?? null;
        const told = this.#live.told(guest.person);
        if (table) client.send(MESSAGE.table, told.table);
        if (planning === 'all' || (seat !== null && planning.includes(seat))) client.send(MESSAGE.planning, told.planning);
        if (views === 'all' || views.includes(guest.person)) client.send(MESSAGE.view, told.view);
      }
      this.broadcastPatch();
    }

    #tellAll(client: MatchClient): void {
      const told = this.#live.told(personIn(client));
      client.send(MESSAGE.table, told.table);
      client.send(MESSAGE.planning, told.planning);
      client.send(MESSAGE.view, told.view);
    }
  };
}

function personIn(client: MatchClient): string {
  return client.userData?.person ?? '';
}

function sizeOf(message: unknown): number {
  try {
    return JSON.stringify(message)?.length ?? 0;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
