/** What a first visit fetches, from the home page into a match with its map: files and their compressed sizes. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Game, startMatch } from './game.ts';

const CLIENT = fileURLToPath(new URL('../../dist/client', import.meta.url));

export interface FetchedFile {
  readonly name: string;
  /** Compressed as the server sends it. */
  readonly bytes: number;
}

export interface FirstVisit {
  /** Until the home page can be used. */
  readonly home: FetchedFile[];
  /** From there until the match can be planned and the map stands. */
  readonly match: FetchedFile[];
}

const nameIn = (address: string): string | null => /\/(assets\/[^?#]+)/.exec(address)?.[1] ?? null;

function sized(names: Iterable<string>): FetchedFile[] {
  return [...names].map((name) => {
    const packed = join(CLIENT, `${name}.br`);
    return { name, bytes: statSync(existsSync(packed) ? packed : join(CLIENT, name)).size };
  });
}

/** Visits as a person who was never here. */
export async function firstVisit(game: Game, seat?: string): Promise<FirstVisit> {
  const { page, context } = await game.person();
  const seen = new Set<string>();
  context.on('request', (request) => {
    const name = nameIn(request.url());
    // What the service worker keeps for later is not part of the visit.
    if (name !== null && request.serviceWorker() === null) seen.add(name);
  });
  await page.goto(game.origin);
  await page.getByTestId('start-button').waitFor();
  await page.waitForLoadState('networkidle');
  const home = new Set(seen);
  await startMatch(page, game.origin, seat);
  await page.locator('[data-testid="map"] canvas').waitFor({ state: 'attached', timeout: 90_000 });
  await page.waitForLoadState('networkidle');
  // What a worker imports is asked for by the worker itself; the chunks are those that its file names.
  for (const worker of page.workers()) await addImports(worker.url(), game.origin, seen);
  return { home: sized(home), match: sized([...seen].filter((name) => !home.has(name))) };
}

async function addImports(address: string, origin: string, seen: Set<string>): Promise<void> {
  const name = nameIn(address);
  if (name !== null) seen.add(name);
  const text = await (await fetch(address)).text();
  for (const [, file] of text.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) {
    const next = `assets/${file}`;
    if (!seen.has(next)) await addImports(`${origin}/${next}`, origin, seen);
  }
}

export const bytesOf = (files: readonly FetchedFile[], ending: string): number =>
  files.filter(({ name }) => name.endsWith(ending)).reduce((sum, { bytes }) => sum + bytes, 0);
