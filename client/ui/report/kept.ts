/** Lines of reports that the player keeps for the debrief, in this browser, by match. */
import { signal } from '@preact/signals';
import type { Entry, MessageRef } from '#shared/state/ledger.ts';

export interface KeptLine {
  readonly id: string;
  readonly turn: number;
  readonly line: MessageRef;
}

const keyOf = (matchId: string): string => `chokepoint:kept:${matchId}`;
/** Counts up with every change, so that what shows kept lines is drawn anew. */
const changes = signal(0);

export function keptLines(matchId: string): KeptLine[] {
  void changes.value;
  try {
    const list: unknown = JSON.parse(localStorage.getItem(keyOf(matchId)) ?? '[]');
    return Array.isArray(list) ? (list as KeptLine[]) : [];
  } catch {
    return [];
  }
}

export const isKept = (matchId: string, id: string): boolean => keptLines(matchId).some((kept) => kept.id === id);

export function toggleKept(matchId: string, entry: Entry): void {
  const others = keptLines(matchId).filter((kept) => kept.id !== entry.id);
  const { id, line } = entry;
  const turn = Number(id.split('.')[0]);
  const next = isKept(matchId, id) || line === null ? others : [...others, { id, turn, line }];
  localStorage.setItem(keyOf(matchId), JSON.stringify(next));
  changes.value += 1;
}
