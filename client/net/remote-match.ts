/** A match in a room of the server: joins with the person's own token, and comes back by itself when the line drops. */

import { Client, type Room } from '@colyseus/sdk';
import { signal } from '@preact/signals';
import type { Command, CommandResult } from '#shared/protocol/commands.ts';
import {
  MESSAGE,
  type PastMessage,
  type PlanningMessage,
  REQUEST,
  type TableMessage,
  type ViewMessage,
} from '#shared/protocol/messages.ts';
import { readRefusal } from '#shared/protocol/refusal-text.ts';
import type { Entry, MessageRef } from '#shared/state/ledger.ts';
import { fetchLog, fetchRuleset } from './http-api.ts';
import type { ConnectionStatus, MatchClient } from './match-client.ts';

const RETRY_MS = [300, 700, 1500, 3000, 5000];
const MOST_REFUSALS = 3;
const NO_LINE: CommandResult = { ok: false, reason: { id: 'ui.error.no-line', params: {} } };
const NO_ANSWER: CommandResult = { ok: false, reason: { id: 'ui.error.no-answer', params: {} } };

/** Waits, but no longer than until the network is back. */
function waitOrOnline(ms: number): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      globalThis.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, ms);
    globalThis.addEventListener('online', go);
  });
}

/** The server answered and said no, as against a line that is down. */
function isRefusal(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'number' && code > 0;
}

export function remoteMatch(origin: string, matchId: string, token: string): MatchClient {
  const client = new Client(origin);
  const status = signal<ConnectionStatus>('connecting');
  const refusal = signal<MessageRef | null>(null);
  const table = signal<TableMessage | null>(null);
  const planning = signal<PlanningMessage | null>(null);
  const view = signal<ViewMessage | null>(null);
  const clockOffsetMs = signal(0);
  const reports = new Map<number, Promise<Entry[]>>();
  let room: Room | null = null;
  let left = false;

  function listen(joined: Room): void {
    joined.reconnection.enabled = false;
    joined.onMessage(MESSAGE.table, (message: TableMessage) => {
      clockOffsetMs.value = message.nowMs - Date.now();
      table.value = message;
    });
    joined.onMessage(MESSAGE.planning, (message: PlanningMessage) => {
      planning.value = message;
    });
    joined.onMessage(MESSAGE.view, (message: ViewMessage) => {
      view.value = message;
    });
    joined.onMessage('*', () => {});
    joined.onError(() => {});
    joined.onLeave(() => {
      if (left || room !== joined) return;
      room = null;
      status.value = 'lost';
      void connect();
    });
  }

  /** A room that is gone is made anew from the store; only a refusal of both ends the attempts. */
  async function join(): Promise<Room> {
    try {
      return await client.joinById(matchId, { matchId, token });
    } catch {
      return await client.joinOrCreate('match', { matchId, token });
    }
  }

  async function connect(): Promise<void> {
    let refusals = 0;
    for (let attempt = 0; !left; attempt += 1) {
      try {
        const joined = await join();
        if (left) {
          void joined.leave();
          return;
        }
        room = joined;
        listen(joined);
        status.value = 'open';
        return;
      } catch (error) {
        refusals = isRefusal(error) ? refusals + 1 : 0;
        if (refusals >= MOST_REFUSALS && table.value === null) {
          refusal.value = error instanceof Error ? readRefusal(error.message) : null;
          status.value = 'refused';
          return;
        }
        await waitOrOnline(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 5000);
      }
    }
  }

  void connect();

  return {
    matchId,
    place: 'server',
    status,
    refusal,
    table,
    planning,
    view,
    clockOffsetMs,
    async command(command: Command): Promise<CommandResult> {
      if (room === null) return NO_LINE;
      try {
        return (await room.request<Command, CommandResult | undefined>(REQUEST.command, command)) ?? NO_ANSWER;
      } catch (error) {
        const reason = (error as { reason?: { id: string; params: Record<string, string | number> } }).reason;
        return reason === undefined ? NO_ANSWER : { ok: false, reason };
      }
    },
    reportOf(turn: number): Promise<Entry[]> {
      const known = reports.get(turn);
      if (known !== undefined) return known;
      const asked = (room?.request<{ turn: number }, Entry[] | undefined>(REQUEST.report, { turn }) ?? Promise.resolve(undefined))
        .then((entries) => entries ?? [])
        .catch(() => {
          reports.delete(turn);
          return [] as Entry[];
        });
      reports.set(turn, asked);
      return asked;
    },
    async past(turn: number, as: string | null): Promise<PastMessage | null> {
      const asked = room?.request<{ turn: number; as: string | null }, PastMessage | undefined>(REQUEST.past, { turn, as });
      return (await asked?.catch(() => undefined)) ?? null;
    },
    ruleset: fetchRuleset,
    log: () => fetchLog(matchId),
    leave(): void {
      left = true;
      void room?.leave();
      room = null;
    },
  };
}
