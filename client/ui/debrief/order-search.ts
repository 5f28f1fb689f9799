/** Searches a finished match for the orders that mattered most: one after the other is left out, and results stand as they come. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { MatchLog } from '#shared/replay/log.ts';
import type { OrderPlace } from '#shared/replay/trial.ts';
import type { Thinking } from '../../net/thinking.ts';

/** Less than this is no difference. */
const LEAST_EFFECT = 0.05;

export interface Found {
  readonly place: OrderPlace;
  /** The bloc whose final score would change most without the order, and by how much. */
  readonly bloc: string;
  readonly effect: number;
}

export interface OrderSearch {
  /** Orders whose absence would change a score, those that change most first. */
  readonly found: ReadonlySignal<readonly Found[]>;
  /** Orders tried so far; null while nobody searches. */
  readonly tried: ReadonlySignal<{ n: number; of: number } | null>;
  /** Tries them all; throws an Error where one can't be played. */
  run(thinking: Thinking, log: MatchLog, places: readonly OrderPlace[]): Promise<void>;
  stop(): void;
}

export function createOrderSearch(): OrderSearch {
  const found = signal<readonly Found[]>([]);
  const tried = signal<{ n: number; of: number } | null>(null);
  let run = 0;
  const stop = (): void => {
    run += 1;
    tried.value = null;
  };
  return {
    found,
    tried,
    async run(thinking, log, places) {
      stop();
      const mine = run;
      found.value = [];
      for (const [n, place] of places.entries()) {
        tried.value = { n, of: places.length };
        const effects = await thinking.trial(log, place);
        if (mine !== run) return;
        const [most] = Object.entries(effects).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
        batch(() => {
          tried.value = { n: n + 1, of: places.length };
          if (most === undefined || Math.abs(most[1]) < LEAST_EFFECT) return;
          const all = [...found.peek(), { place, bloc: most[0], effect: most[1] }];
          found.value = all.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
        });
      }
      stop();
    },
    stop,
  };
}
