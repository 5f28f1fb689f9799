/** The person's own secret in each match, kept in this browser, with what the home page says of it. */
import type { Place } from './places.ts';

export interface OwnMatch {
  matchId: string;
  token: string;
  scenario: string;
  seat: string | null;
  name: string;
  /** When it was last open, milliseconds since the epoch. */
  seenMs: number;
  ended: boolean;
  /** The quarter that was open then, counted from the year 0, and when its orders were due. */
  quarter?: number;
  dueMs?: number | null;
  /** Where the match is kept; left out for a server. */
  place?: Place;
}

const KEY = 'chokepoint:matches';
const MOST = 12;

export function ownMatches(): OwnMatch[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(list) ? (list as OwnMatch[]) : [];
  } catch {
    return [];
  }
}

export function ownMatch(matchId: string): OwnMatch | undefined {
  return ownMatches().find((match) => match.matchId === matchId);
}

/**
 * Adds or updates a match, the newest first. A full list gives up the oldest that has ended, else the oldest on a server;
 * one that goes on in this browser stays, since nothing else would lead to it.
 */
export function keepMatch(match: OwnMatch): void {
  const kept = [match, ...ownMatches().filter((other) => other.matchId !== match.matchId)];
  while (kept.length > MOST) {
    const ended = kept.findLastIndex(({ ended }, at) => ended && at > 0);
    const oldest = ended > 0 ? ended : kept.findLastIndex(({ place }, at) => place !== 'here' && at > 0);
    if (oldest < 0) break;
    kept.splice(oldest, 1);
  }
  localStorage.setItem(KEY, JSON.stringify(kept));
}

export function forgetMatch(matchId: string): void {
  localStorage.setItem(KEY, JSON.stringify(ownMatches().filter((match) => match.matchId !== matchId)));
}
