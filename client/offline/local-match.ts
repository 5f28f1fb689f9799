/** A match that runs in a worker of this browser and is kept here after each change; needs no server. */
import { signal } from '@preact/signals';
import type { Command, CommandResult } from '#shared/protocol/commands.ts';
import type { PastMessage, PlanningMessage, TableMessage, ViewMessage } from '#shared/protocol/messages.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { Entry, MessageRef } from '#shared/state/ledger.ts';
import { Refused } from '../net/http-api.ts';
import type { ConnectionStatus, MatchClient } from '../net/match-client.ts';
import { askHost, listenToHost } from './host.ts';

export function localMatch(matchId: string): MatchClient {
  const status = signal<ConnectionStatus>('connecting');
  const refusal = signal<MessageRef | null>(null);
  const table = signal<TableMessage | null>(null);
  const planning = signal<PlanningMessage | null>(null);
  const view = signal<ViewMessage | null>(null);
  const reports = new Map<number, Promise<Entry[]>>();

  const stop = listenToHost(matchId, (news) => {
    if (news.table !== undefined) table.value = news.table;
    if (news.planning !== undefined) planning.value = news.planning;
    if (news.view !== undefined) view.value = news.view;
    if (news.elsewhere) status.value = 'elsewhere';
  });
  askHost({ do: 'open', matchId }).then(
    () => {
      status.value = 'open';
    },
    (error: unknown) => {
      refusal.value = error instanceof Refused ? error.reason : null;
      status.value = 'refused';
    },
  );

  return {
    matchId,
    place: 'here',
    status,
    refusal,
    table,
    planning,
    view,
    clockOffsetMs: signal(0),
    async command(command: Command): Promise<CommandResult> {
      try {
        return await askHost<CommandResult>({ do: 'command', matchId, command });
      } catch (error) {
        return { ok: false, reason: error instanceof Refused ? error.reason : { id: 'ui.error.here', params: {} } };
      }
    },
    reportOf(turn: number): Promise<Entry[]> {
      const known = reports.get(turn);
      if (known !== undefined) return known;
      const asked = askHost<Entry[]>({ do: 'report', matchId, turn }).catch(() => {
        reports.delete(turn);
        return [] as Entry[];
      });
      reports.set(turn, asked);
      return asked;
    },
    past: (turn: number, as: string | null) => askHost<PastMessage>({ do: 'past', matchId, turn, as }).catch(() => null),
    async ruleset(hash: string): Promise<RulesetBody> {
      const body = await askHost<RulesetBody | null>({ do: 'ruleset', hash });
      if (body === null) throw new Refused({ id: 'ui.error.ruleset', params: {} }, 0);
      return body;
    },
    log: () => askHost<MatchLog>({ do: 'log', matchId }),
    leave(): void {
      stop();
      void askHost({ do: 'leave', matchId }).catch(() => undefined);
    },
  };
}
