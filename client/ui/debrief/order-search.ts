/** Searches a finished match for the orders that were decisive: many are left out once, the weightiest then with other luck. */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { MatchLog } from '#shared/replay/log.ts';
import { standingTurns } from '#shared/replay/replay.ts';
import type { OrderPlace } from '#shared/replay/trial.ts';
import type { Thinking } from '../../net/thinking.ts';
import { type Found, firstOfKinds, ranked } from './order-ranking.ts';

/** Less than this is no difference. */
const LEAST_EFFECT = 0.05;
/** Games that make an interval; the first has the luck of the match. */
const GAMES = 4;
/** Orders that are played with other luck. */
const MOST_CHECKED = 6;
/** Turns that are played with other luck, of all orders together. */
const MOST_TURNS = 400;

export interface OrderSearch {
  /** Orders whose absence would change a score by more than luck, the surest first. */
  readonly found: ReadonlySignal<readonly Found[]>;
  /** Steps so far; null while nobody searches. */
  readonly tried: ReadonlySignal<{ n: number; of: number } | null>;
  /** The search has come to its end. */
  readonly done: ReadonlySignal<boolean>;
  /** Tries them all; throws an Error where one can't be played. */
  run(thinking: Thinking, log: MatchLog, places: readonly OrderPlace[]): Promise<void>;
  stop(): void;
}

type Effects = Readonly<Record<string, number>>;
const mostOf = (effects: Effects): [string, number] | undefined =>
  Object.entries(effects).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))[0];

export function createOrderSearch(): OrderSearch {
  const found = signal<readonly Found[]>([]);
  const tried = signal<{ n: number; of: number } | null>(null);
  const done = signal(false);
  let run = 0;
  const stop = (): void => {
    run += 1;
    tried.value = null;
  };
  return {
    found,
    tried,
    done,
    async run(thinking, log, places) {
      stop();
      const mine = run;
      const turns = standingTurns(log);
      const all: Found[] = [];
      found.value = [];
      done.value = false;
      let n = 0;
      let of = places.length + MOST_CHECKED;
      const step = (): void =>
        batch(() => {
          n += 1;
          tried.value = { n, of };
          found.value = ranked(all);
        });
      tried.value = { n, of };
      for (const place of places) {
        const most = mostOf(await thinking.trial(log, place));
        if (mine !== run) return;
        if (most !== undefined && Math.abs(most[1]) >= LEAST_EFFECT) {
          const kind = turns.find(({ turn }) => turn === place.turn)?.orders[place.seat]?.orders[place.index]?.kind ?? '';
          all.push({ place, kind, bloc: most[0], effect: most[1], interval: null });
        }
        step();
      }
      let left = MOST_TURNS;
      const weightiest = firstOfKinds([...all].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)));
      const affordable = weightiest.filter(({ place }) => {
        // With the match's own luck only the branch is played, with other luck both histories.
        const work = (turns.length - place.turn) * (2 * GAMES - 1);
        if (work > left) return false;
        left -= work;
        return true;
      });
      const checked = affordable.slice(0, MOST_CHECKED);
      of = places.length + checked.length;
      for (const one of checked) {
        const { turn, seat, index } = one.place;
        const request = { turn, mode: 'mechanical', changes: [{ change: 'drop', seat, index }], games: GAMES } as const;
        const { blocs } = await thinking.branch(log, request, 0);
        if (mine !== run) return;
        const over = blocs[one.bloc];
        if (over !== undefined) all[all.indexOf(one)] = { ...one, effect: over.effect, interval: over };
        step();
      }
      batch(() => {
        stop();
        done.value = true;
        found.value = ranked(all.filter(({ interval }) => interval !== null));
      });
    },
    stop,
  };
}
