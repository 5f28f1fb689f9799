/** The board changes hands: once a turn its rows glide from where they stood to where they stand now. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { calm } from './map-state.ts';

const GLIDE_MS = 600;
/** Boards that have moved already, by match and turn. */
const shown = new Set<string>();

/** Places by which each row of the board has risen since the order before; what is new does not move. */
export function placesRisen(now: readonly string[], before: readonly string[]): number[] {
  const kept = before.filter((id) => now.includes(id));
  return now.map((id, at) => (kept.includes(id) ? kept.indexOf(id) - at : 0));
}

export function useChangingHands(
  list: RefObject<HTMLElement | null>,
  now: readonly string[],
  before: readonly string[],
  board: string,
): void {
  useLayoutEffect(() => {
    if (shown.has(board)) return;
    shown.add(board);
    const rows = [...(list.current?.children ?? [])];
    if (calm() || rows.length !== now.length) return;
    for (const [at, places] of placesRisen(now, before).entries()) {
      const row = rows[at];
      if (row === undefined || places === 0) continue;
      const from = `translateY(${places * row.clientHeight}px)`;
      row.animate([{ transform: from }, { transform: 'none' }], { duration: GLIDE_MS, easing: 'cubic-bezier(.3,.7,.2,1)' });
    }
  }, [board]);
}
