/** The person's own secret in each match, kept in this browser, with what the home page says of it. */
export interface OwnMatch {
  matchId: string;
  token: string;
  scenario: string;
  seat: string | null;
  name: string;
  /** When it was last open, milliseconds since the epoch. */
  seenMs: number;
  ended: boolean;
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

/** Adds or updates a match; the newest come first and old ones fall off the end. */
export function keepMatch(match: OwnMatch): void {
  const others = ownMatches().filter((other) => other.matchId !== match.matchId);
  localStorage.setItem(KEY, JSON.stringify([match, ...others].slice(0, MOST)));
}

export function forgetMatch(matchId: string): void {
  localStorage.setItem(KEY, JSON.stringify(ownMatches().filter((match) => match.matchId !== matchId)));
}
