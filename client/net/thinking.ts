/** The thinking worker as promises: the advisor's plans and the forecast of a draft. */
import type { Plan } from '#shared/bots/advisor.ts';
import type { Forecast } from '#shared/bots/preview.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { SeatView } from '#shared/state/schema.ts';
import type { ThinkingAnswer, ThinkingRequest } from './thinking-messages.ts';

export interface Thinking {
  advise(view: SeatView, key: string): Promise<Plan[]>;
  forecast(view: SeatView, orders: readonly Order[], key: string): Promise<Forecast | null>;
  close(): void;
}

const SAMPLES = 5;

type WithoutId<T> = T extends { id: number } ? Omit<T, 'id'> : never;

export function startThinking(ruleset: Ruleset): Thinking {
  const worker = new Worker(new URL('./thinking.worker.ts', import.meta.url), { type: 'module' });
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
  worker.postMessage({ id: 0, do: 'ruleset', ruleset } satisfies ThinkingRequest);
  return {
    async advise(view, key) {
      const answer = await ask({ do: 'advise', view, key });
      return 'plans' in answer ? answer.plans : [];
    },
    async forecast(view, orders, key) {
      const answer = await ask({ do: 'preview', view, orders: [...orders], samples: SAMPLES, key });
      return 'forecast' in answer ? answer.forecast : null;
    },
    close() {
      worker.terminate();
    },
  };
}
