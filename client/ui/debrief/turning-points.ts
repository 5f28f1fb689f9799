/** The heaviest lines of all reports, in order of time; the same kind of line, and the same turn, weigh less again. */
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

export function heaviest(reports: readonly { turn: number; entries: readonly Entry[] }[]): TurningPoint[] {
  const left = reports.flatMap(({ turn, entries }) =>
    entries
      .filter((entry) => entry.line !== null && entry.audience === 'all' && entry.weight > 0 && !isSteady(entry))
      .map((entry) => ({ turn, entry })),
  );
  const chosen: TurningPoint[] = [];
  const worth = ({ turn, entry }: TurningPoint): number =>
    entry.weight -
    chosen.reduce((less, one) => less + (one.entry.line?.id === entry.line?.id ? 2 : 0) + (one.turn === turn ? 2 : 0), 0);
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
