/**
 * What was played out last: both histories with the same luck, and then many more games with other luck, one after the other
 * in the background, until they are enough or somebody stops them.
 */
import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { BranchGame } from '#shared/replay/branch-band.ts';
import type { BranchSummary } from '#shared/replay/branch-summary.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { BranchRequest } from '#shared/replay/open-branch.ts';
import type { Thinking } from '../../net/thinking.ts';
import { t } from '../text.ts';
import { showToast } from '../toasts.ts';

/** So many games make a band that more would hardly move. */
export const MOST_GAMES = 200;
const CAUSES = 6;

export interface WhatIfRun {
  readonly result: ReadonlySignal<BranchSummary | null>;
  /** Games with other luck that have been played so far. */
  readonly games: ReadonlySignal<readonly BranchGame[]>;
  /** More games are being played. */
  readonly running: ReadonlySignal<boolean>;
  /** Plays both histories; the games with other luck follow by themselves. Throws an Error where that can't be done. */
  play(log: MatchLog, request: BranchRequest): Promise<BranchSummary>;
  more(): void;
  stop(): void;
  /** Forgets it, since something else is asked for. */
  clear(): void;
}

export function createWhatIfRun(thinking: ReadonlySignal<Thinking | null>): WhatIfRun {
  const result = signal<BranchSummary | null>(null);
  const games = signal<readonly BranchGame[]>([]);
  const running = signal(false);
  /** Changes with every start and stop: games of a run that is over are not counted. */
  let run = 0;

  const stop = (): void => {
    run += 1;
    running.value = false;
  };
  const clear = (): void =>
    batch(() => {
      stop();
      result.value = null;
      games.value = [];
    });
  async function playMore(helper: Thinking): Promise<void> {
    run += 1;
    const mine = run;
    running.value = true;
    try {
      while (games.peek().length < MOST_GAMES) {
        // Game 0 has the luck of the match, and is drawn as lines.
        const game = await helper.branchGame(games.peek().length + 1);
        if (mine !== run) return;
        games.value = [...games.peek(), game];
      }
    } catch (error) {
      showToast('error', t('ui.what-if.failed', { reason: String(error) }));
    }
    if (mine === run) running.value = false;
  }
  const more = (): void => {
    const helper = thinking.peek();
    if (helper !== null && result.peek() !== null && !running.peek()) void playMore(helper);
  };
  return {
    result,
    games,
    running,
    async play(log, request) {
      clear();
      const mine = run;
      const helper = thinking.peek();
      if (helper === null) throw new Error('no ruleset');
      const found = await helper.branch(log, request, CAUSES);
      if (mine === run) {
        result.value = found;
        more();
      }
      return found;
    },
    more,
    stop,
    clear,
  };
}
