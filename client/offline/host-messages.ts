/** What the page and the worker that holds matches of this browser say to each other. */
import type { Command } from '#shared/protocol/commands.ts';
import type { PlanningMessage, TableMessage, ViewMessage } from '#shared/protocol/messages.ts';
import type { NamedRuleset } from '#shared/protocol/ruleset-body.ts';
import type { MessageRef } from '#shared/state/ledger.ts';
import type { MatchWish } from '../net/http-api.ts';

export type HostRequest =
  | { do: 'create'; settings: MatchWish; seat: string | null; name: string; start: boolean; base: NamedRuleset }
  | { do: 'open'; matchId: string }
  | { do: 'command'; matchId: string; command: Command }
  | { do: 'report'; matchId: string; turn: number }
  | { do: 'past'; matchId: string; turn: number; as: string | null }
  | { do: 'log'; matchId: string }
  | { do: 'ruleset'; hash: string }
  | { do: 'leave'; matchId: string }
  /** Matches that no list names any more are deleted. */
  | { do: 'keep-only'; matchIds: readonly string[] };

export type HostAnswer =
  | { id: number; value: unknown }
  | { id: number; refused: MessageRef }
  /** News of an open match: only what changed is in it. */
  | {
      told: string;
      table?: TableMessage;
      planning?: PlanningMessage;
      view?: ViewMessage;
      /** Another tab goes on with the match. */
      elsewhere?: true;
    };
