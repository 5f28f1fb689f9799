/** The heaviest lines of all reports, one a turn, in order of time. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Entry } from '#shared/state/ledger.ts';
import type { MatchClient } from '../../net/match-client.ts';

export interface TurningPoint {
  turn: number;
  entry: Entry;
}
const MOST = 5;

export function heaviest(reports: readonly { turn: number; entries: readonly Entry[] }[]): TurningPoint[] {
  const best = reports.flatMap(({ turn, entries }) => {
    const top = [...entries]
      .filter((entry) => entry.line !== null && entry.audience === 'all')
      .sort((a, b) => b.weight - a.weight)[0];
    return top === undefined ? [] : [{ turn, entry: top }];
  });
  return best
    .sort((a, b) => b.entry.weight - a.entry.weight || a.turn - b.turn)
    .slice(0, MOST)
    .sort((a, b) => a.turn - b.turn);
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
