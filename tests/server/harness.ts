/** A real server on a random port with the real client library, for tests of rooms and HTTP. */
import { Client, type Room } from '@colyseus/sdk';
import { openLog } from '#server/log.ts';
import { type RunningServer, type ServerOptions, startServer } from '#server/start-server.ts';
import type { Command, CommandResult } from '#shared/protocol/commands.ts';
import {
  MESSAGE,
  type PastMessage,
  type PlanningMessage,
  REQUEST,
  type TableMessage,
  type ViewMessage,
} from '#shared/protocol/messages.ts';
import type { Entry } from '#shared/state/ledger.ts';

export const SCENARIO = 'base:october-rule';
/** Long enough for a turn of twelve bots on a busy machine. */
const PATIENCE_MS = 60_000;

export interface TestServer extends RunningServer {
  readonly origin: string;
}

export async function bootServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    dataFolder: ':memory:',
    clientFolder: '/nonexistent',
    log: openLog(process.env.LOG_LEVEL ?? 'silent'),
    pace: { burst: 1000, perSecond: 1000 },
    limits: { read: 10_000, create: 10_000, join: 10_000, matchmaking: 10_000 },
    ...options,
  });
  return { ...server, origin: `http://127.0.0.1:${server.port}` };
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** What the server answers when it refuses. */
export interface Refusal {
  readonly error: { readonly id: string };
}

/** `T` is what the caller expects of the body, read as JSON where it is JSON. */
export async function ask<T = unknown>(
  origin: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  const init =
    body === undefined
      ? { headers }
      : { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  const response = await fetch(origin + path, init);
  const text = await response.text();
  let parsed: unknown = text;
  try {
    parsed = JSON.parse(text);
  } catch {
    // left as text
  }
  return { status: response.status, body: parsed as T, headers: response.headers };
}

export interface Opened {
  readonly matchId: string;
  readonly code: string;
  readonly token: string;
}

export async function createMatch(
  origin: string,
  wanted: { seat?: string | null; start?: boolean; settings?: object } = {},
): Promise<Opened> {
  const { seat = null, start = true, settings = {} } = wanted;
  const body = { settings: { scenario: SCENARIO, botLevel: 'easy', ...settings }, seat, name: 'Ada', start };
  const answer = await ask<Opened>(origin, '/api/matches', body);
  if (answer.status !== 201) throw new Error(`no match: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function joinMatch(origin: string, matchId: string, seat: string | null, name = 'Bo'): Promise<string> {
  const answer = await ask<{ token: string }>(origin, `/api/matches/${matchId}/join`, { name, seat });
  if (answer.status !== 200) throw new Error(`not joined: ${JSON.stringify(answer.body)}`);
  return answer.body.token;
}

/** One connected person, with the latest of each message. */
export class Player {
  readonly room: Room;
  table: TableMessage | null = null;
  planning: PlanningMessage | null = null;
  view: ViewMessage | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(room: Room) {
    this.room = room;
    room.reconnection.enabled = false;
    room.onMessage(MESSAGE.table, (message: TableMessage) => this.#hear(() => (this.table = message)));
    room.onMessage(MESSAGE.planning, (message: PlanningMessage) => this.#hear(() => (this.planning = message)));
    room.onMessage(MESSAGE.view, (message: ViewMessage) => this.#hear(() => (this.view = message)));
  }

  static async join(origin: string, matchId: string, token: string): Promise<Player> {
    const client = new Client(origin);
    const room = await client.joinById(matchId, { matchId, token }).catch(() => client.joinOrCreate('match', { matchId, token }));
    const player = new Player(room);
    await player.until(() => player.table !== null && player.planning !== null && player.view !== null);
    return player;
  }

  command(command: Command): Promise<CommandResult> {
    return this.room.request(REQUEST.command, command) as Promise<CommandResult>;
  }

  /** Sends what no honest client would. */
  raw(message: unknown): Promise<CommandResult> {
    return this.room.request(REQUEST.command, message as never) as Promise<CommandResult>;
  }

  report(turn: number): Promise<Entry[]> {
    return this.room.request(REQUEST.report, { turn }) as Promise<Entry[]>;
  }

  past(turn: number, as: string | null = null): Promise<PastMessage> {
    return this.room.request(REQUEST.past, { turn, as }) as Promise<PastMessage>;
  }

  /** Waits for a condition on what was heard. */
  async until(condition: () => boolean, patienceMs = PATIENCE_MS): Promise<void> {
    const deadline = Date.now() + patienceMs;
    while (!condition()) {
      if (Date.now() > deadline) throw new Error(`waited in vain for ${condition}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 100);
        this.#waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Says ready for the turn that it knows. */
  ready(ready = true): Promise<CommandResult> {
    return this.command({ do: 'ready', turn: this.table?.turn ?? 0, ready });
  }

  draft(orders: { kind: string; [field: string]: string | number | boolean }[]): Promise<CommandResult> {
    return this.command({ do: 'draft', turn: this.table?.turn ?? 0, revision: this.planning?.revision ?? 0, orders });
  }

  #hear(take: () => void): void {
    take();
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }
}

export function reasonOf(result: CommandResult): string | null {
  return result.ok ? null : result.reason.id;
}
