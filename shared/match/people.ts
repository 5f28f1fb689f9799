/** Coming and going: people of a table, whether they are connected, and who is the host. */
import { type Refused, refuse } from './reasons.ts';
import type { Table, TableEvent } from './table.ts';

export const MAX_PEOPLE = 64;
/** Someone away longer than this no longer holds others up, and may lose the host's role. */
export const AWAY_AFTER_MS = 60_000;

/** Adds a person, who becomes host when there is none. The id must be new. */
export function addPerson(table: Table, person: string, name: string, nowMs: number): TableEvent[] | Refused {
  if (Object.keys(table.people).length >= MAX_PEOPLE) return refuse('table-full', { people: MAX_PEOPLE });
  table.arrivals += 1;
  table.people[person] = { name, seat: null, connected: false, leftMs: nowMs, arrival: table.arrivals };
  table.host ??= person;
  return [{ event: 'people' }];
}

/** Notes that someone's first connection opened or last one closed. */
export function setConnected(table: Table, person: string, connected: boolean, nowMs: number): TableEvent[] {
  const found = table.people[person];
  if (found === undefined || found.connected === connected) return [];
  found.connected = connected;
  found.leftMs = connected ? null : nowMs;
  return [{ event: 'people' }];
}

/** Nobody is connected after a restart; the time that they have been away starts now. */
export function disconnectAll(table: Table, nowMs: number): void {
  for (const person of Object.values(table.people)) {
    person.connected = false;
    person.leftMs = nowMs;
  }
}

export function isAway(table: Table, person: string, nowMs: number): boolean {
  const found = table.people[person];
  if (found === undefined) return true;
  return !found.connected && found.leftMs !== null && nowMs - found.leftMs >= AWAY_AFTER_MS;
}

/** When the host has been away for a while, the longest present person takes the role. */
export function passHost(table: Table, nowMs: number): TableEvent[] {
  if (table.host !== null && !isAway(table, table.host, nowMs)) return [];
  const [heir] = Object.entries(table.people)
    .filter(([, person]) => person.connected)
    .sort(([, a], [, b]) => a.arrival - b.arrival);
  if (heir === undefined || heir[0] === table.host) return [];
  table.host = heir[0];
  return [{ event: 'people' }];
}

export function rename(table: Table, person: string, name: string): TableEvent[] {
  const found = table.people[person];
  if (found !== undefined) found.name = name;
  return [{ event: 'people' }];
}
