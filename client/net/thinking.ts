/** The thinking worker as promises: the advisor's plans, the forecast of a draft, and what would have been. */
import type { Plan } from '#shared/bots/advisor.ts';
import type { Forecast } from '#shared/bots/preview.ts';
import type { PastMessage } from '#shared/protocol/messages.ts';
import type { BranchGame } from '#shared/replay/branch-band.ts';
import type { BranchSummary } from '#shared/replay/branch-summary.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { BranchRequest } from '#shared/replay/open-branch.ts';
import type { OrderPlace, TrialEffects } from '#shared/replay/trial.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { SeatView } from '#shared/state/schema.ts';
import workerAddress from './thinking.worker.ts?entry';
import type { ThinkingAnswer, ThinkingRequest } from './thinking-messages.ts';

export interface Thinking {
  advise(view: SeatView, key: string): Promise<Plan[]>;
  /** The draft played ahead so many times; asked again for more, those that are played count. */
  forecast(view: SeatView, orders: readonly Order[], key: string, samples: number): Promise<Forecast | null>;
  /** Both histories of a finished match; throws an Error where the branch can't be made. */
  branch(log: MatchLog, request: BranchRequest, causes: number): Promise<BranchSummary>;
  /** What leaving an order of a finished match out makes of the blocs' final scores. */
  trial(log: MatchLog, place: OrderPlace): Promise<TrialEffects>;
  /** What a seat knew when it planned a turn of a finished match; null where the log has no such turn. */
  turnView(log: MatchLog, turn: number, seat: string): Promise<SeatView | null>;
  /** The branch that was made last, and the history without it, with the luck of another game; 0 is the luck it was made with. */
  branchGame(game: number): Promise<BranchGame>;
  /** A turn of the branch that was made last, as it stood there; null where it has no such turn. */
  branchTurn(turn: number, seat: string | null, as: string | null): Promise<PastMessage | null>;
  close(): void;
}

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;

export function startThinking(ruleset: Ruleset): Thinking {
  const worker = new Worker(workerAddress, { type: 'module' });
  const waiting = new Map<number, (answer: ThinkingAnswer) => void>();
  let next = 1;
  worker.onmessage = (event: MessageEvent<ThinkingAnswer>) => {
    waiting.get(event.data.id)?.(event.data);
    waiting.delete(event.data.id);
  };
  const ask = (request: WithoutId<ThinkingRequest>): Promise<ThinkingAnswer> => {
    const id = next++;
    const answer = new Promise<ThinkingAnswer>((resolve) => waiting.set(id, resolve));
    worker.postMessage({ ...request, id });
    return answer;
  };
  let sent: MatchLog | null = null;
  /** A log is long: it is sent once. */
  const send = (log: MatchLog): void => {
    if (log === sent) return;
    sent = log;
    worker.postMessage({ id: 0, do: 'log', log } satisfies ThinkingRequest);
  };
  worker.postMessage({ id: 0, do: 'ruleset', ruleset } satisfies ThinkingRequest);
  return {
    async advise(view, key) {
      const answer = await ask({ do: 'advise', view, key });
      return 'plans' in answer ? answer.plans : [];
    },
    async forecast(view, orders, key, samples) {
      const answer = await ask({ do: 'preview', view, orders: [...orders], samples, key });
      return 'forecast' in answer ? answer.forecast : null;
    },
    async branch(log, request, causes) {
      send(log);
      const answer = await ask({ do: 'branch', request, causes });
      if ('branch' in answer) return answer.branch;
      throw new Error('failed' in answer ? answer.failed : 'no answer');
    },
    async trial(log, place) {
      send(log);
      const answer = await ask({ do: 'trial', place });
      if ('effects' in answer) return answer.effects;
      throw new Error('failed' in answer ? answer.failed : 'no answer');
    },
    async turnView(log, turn, seat) {
      send(log);
      const answer = await ask({ do: 'turn-view', turn, seat });
      return 'view' in answer ? answer.view : null;
    },
    async branchGame(game) {
      const answer = await ask({ do: 'branch-game', game });
      if ('game' in answer) return answer.game;
      throw new Error('failed' in answer ? answer.failed : 'no answer');
    },
    async branchTurn(turn, seat, as) {
      const answer = await ask({ do: 'branch-turn', turn, seat, as });
      return 'past' in answer ? answer.past : null;
    },
    close() {
      worker.terminate();
    },
  };
}
