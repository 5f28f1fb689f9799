/** The heaviest lines of all reports, in order of time; the same kind of line, and turns nearby, weigh less again. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Entry } from '#shared/state/ledger.ts';
import type { MatchClient } from '../../net/match-client.ts';
import { isSteady } from '../report/headlines.ts';

export interface TurningPoint {
  turn: number;
  entry: Entry;
}
const MOST = 5;
/** What a line weighs less for each chosen one of its kind. */
const SAME_KIND = 2;
/** What a line weighs less for a chosen one of its turn; it fades by one a turn, so that a first busy year is one turning point. */
const SAME_TURN = 4;

export function heaviest(reports: readonly { turn: number; entries: readonly Entry[] }[]): TurningPoint[] {
  const left = reports.flatMap(({ turn, entries }) =>
    entries
      .filter((entry) => entry.line !== null && entry.audience === 'all' && entry.weight > 0 && !isSteady(entry))
      .map((entry) => ({ turn, entry })),
  );
  const chosen: TurningPoint[] = [];
  const worth = ({ turn, entry }: TurningPoint): number =>
    entry.weight -
    chosen.reduce(
      (less, one) =>
        less + (one.entry.line?.id === entry.line?.id ? SAME_KIND : 0) + Math.max(0, SAME_TURN - Math.abs(one.turn - turn)),
      0,
    );
  while (chosen.length < MOST && left.length > 0) {
    left.sort((a, b) => worth(b) - worth(a) || a.turn - b.turn);
    const next = left.shift();
    if (next !== undefined) chosen.push(next);
  }
  return chosen.sort((a, b) => a.turn - b.turn);
}

export function useTurningPoints(client: MatchClient, turns: number): readonly TurningPoint[] {
  const found = useSignal<readonly TurningPoint[]>([]);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const reports: { turn: number; entries: readonly Entry[] }[] = [];
      for (let turn = 0; turn < turns && wanted; turn += 1) reports.push({ turn, entries: await client.reportOf(turn) });
      if (wanted) found.value = heaviest(reports);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [turns]);
  return found.value;
}
