/**
 * A match as the screens see it, wherever it runs: what is known now, as signals, and commands with typed answers. One
 * end is a room on a server (`remote-match.ts`); a match in a worker of this browser can be another.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { Command, CommandResult } from '#shared/protocol/commands.ts';
import type { PlanningMessage, TableMessage, ViewMessage } from '#shared/protocol/messages.ts';
import type { Entry } from '#shared/state/ledger.ts';

export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused';

export interface MatchClient {
  readonly matchId: string;
  readonly status: ReadonlySignal<ConnectionStatus>;
  readonly table: ReadonlySignal<TableMessage | null>;
  readonly planning: ReadonlySignal<PlanningMessage | null>;
  readonly view: ReadonlySignal<ViewMessage | null>;
  /** Milliseconds to add to this computer's clock to have the server's. */
  readonly clockOffsetMs: ReadonlySignal<number>;
  /** Never rejects: without a connection the answer is a refusal that says so. */
  command(command: Command): Promise<CommandResult>;
  /** Ledger of an earlier turn as this seat may read it. */
  reportOf(turn: number): Promise<Entry[]>;
  leave(): void;
}
