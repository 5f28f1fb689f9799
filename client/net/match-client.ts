/**
 * A match as the screens see it, wherever it runs: what is known now, as signals, and commands with typed answers. One
 * end is a room on a server (`remote-match.ts`), another a match in a worker of this browser (`offline/local-match.ts`).
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Command, CommandResult } from '#shared/protocol/commands.ts';
import type { PastMessage, PlanningMessage, TableMessage, ViewMessage } from '#shared/protocol/messages.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { Entry, MessageRef } from '#shared/state/ledger.ts';
import type { Place } from './places.ts';

/** `elsewhere`: another tab of this browser goes on with the match. */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused' | 'elsewhere';

export interface MatchClient {
  readonly matchId: string;
  readonly place: Place;
  readonly status: ReadonlySignal<ConnectionStatus>;
  /** Why the match can't be had, where that was told. */
  readonly refusal: ReadonlySignal<MessageRef | null>;
  readonly table: ReadonlySignal<TableMessage | null>;
  readonly planning: ReadonlySignal<PlanningMessage | null>;
  readonly view: ReadonlySignal<ViewMessage | null>;
  /** Milliseconds to add to this computer's clock to have the server's. */
  readonly clockOffsetMs: ReadonlySignal<number>;
  /** Never rejects: without a connection the answer is a refusal that says so. */
  command(command: Command): Promise<CommandResult>;
  /** Ledger of an earlier turn as this seat may read it. */
  reportOf(turn: number): Promise<Entry[]>;
  /** An earlier turn as it stood, all that may be known of it now or as a seat knew it then; null where it can't be had. */
  past(turn: number, as: string | null): Promise<PastMessage | null>;
  /** Ruleset that the match is pinned to; rejects when it can't be had now. */
  ruleset(hash: string): Promise<RulesetBody>;
  /** Everything that went into a match that has ended; rejects before. */
  log(): Promise<MatchLog>;
  leave(): void;
}
