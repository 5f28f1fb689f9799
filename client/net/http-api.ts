/** The server's HTTP interface as the client uses it: scenarios, rulesets, creating and joining matches. */
import type { z } from 'zod';
import type { MatchSettings, matchSettingsSchema } from '#shared/protocol/commands.ts';
import type { MatchStatus, SeatPresence } from '#shared/protocol/messages.ts';
import type { ModInfo } from '#shared/protocol/mod-info.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { MessageRef } from '#shared/state/ledger.ts';

/** Settings as they are asked for; what is left out takes its default on the server. */
export type MatchWish = z.input<typeof matchSettingsSchema>;

export interface ListedMatch {
  matchId: string;
  code: string;
  settings: MatchSettings;
  status: MatchStatus;
  turn: number;
  seats: SeatPresence[];
}

export interface CodeInfo {
  matchId: string;
  scenario: string;
  seats: SeatPresence[];
  status: MatchStatus;
}

/** A request that the server refused, with its reason as a message. */
export class Refused extends Error {
  readonly reason: MessageRef;
  readonly status: number;
  constructor(reason: MessageRef, status: number) {
    super(reason.id);
    this.reason = reason;
    this.status = status;
  }
}

function reasonIn(body: unknown, status: number): MessageRef {
  const found =
    (body as { reason?: MessageRef; error?: MessageRef } | null)?.reason ?? (body as { error?: MessageRef } | null)?.error;
  if (found !== undefined && typeof found === 'object' && typeof found.id === 'string')
    return { id: found.id, params: found.params ?? {} };
  return {
    id: status === 404 ? 'ui.error.not-found' : status === 429 ? 'ui.error.too-many' : 'ui.error.server',
    params: { status },
  };
}

async function ask<T>(path: string, body?: unknown): Promise<T> {
  const init =
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw new Refused({ id: 'ui.error.offline', params: {} }, 0);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && answer === null) throw new Refused({ id: 'ui.error.server', params: { status: 0 } }, 0);
  if (!response.ok) throw new Refused(reasonIn(answer, response.status), response.status);
  return answer as T;
}

/** Lists may come bare or in a field of that name. */
function listIn<T>(answer: T[] | Record<string, T[]>, field: string): T[] {
  return Array.isArray(answer) ? answer : (answer[field] ?? []);
}

export const fetchScenarios = async (): Promise<ScenarioInfo[]> =>
  listIn(await ask<ScenarioInfo[]>('/api/scenarios'), 'scenarios');
export const fetchMods = (): Promise<ModInfo[]> => ask('/api/mods');
export const fetchMatches = async (): Promise<ListedMatch[]> => listIn(await ask<ListedMatch[]>('/api/matches'), 'matches');
export const fetchRuleset = (hash: string): Promise<RulesetBody> => ask(`/api/rulesets/${encodeURIComponent(hash)}`);
export const fetchCode = (code: string): Promise<CodeInfo> => ask(`/api/codes/${encodeURIComponent(code)}`);
export const createMatch = (wanted: {
  settings: MatchWish;
  seat: string | null;
  name: string;
  start: boolean;
}): Promise<{ matchId: string; code: string; token: string }> => ask('/api/matches', wanted);
export const joinMatch = (
  matchId: string,
  wanted: { name: string; seat: string | null; token?: string },
): Promise<{ token: string }> => ask(`/api/matches/${encodeURIComponent(matchId)}/join`, wanted);
export const fetchLog = (matchId: string): Promise<MatchLog> => ask(`/api/matches/${encodeURIComponent(matchId)}/log`);
