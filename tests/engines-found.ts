/** Finds the browser, the second JavaScript engine and Redis on this machine, and says how to get them. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const CHROMIUM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
const JSC_PLACES = [
  '/usr/lib/x86_64-linux-gnu/webkitgtk-4.0/jsc',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/jsc',
  '/usr/lib/aarch64-linux-gnu/webkitgtk-4.0/jsc',
  '/System/Library/Frameworks/JavaScriptCore.framework/Versions/Current/Helpers/jsc',
];

export const CHROMIUM_HINT = 'No Chromium was found: run "apt-get install chromium", or set CHROME_PATH to a Chrome or Chromium.';
export const JSC_HINT = 'No jsc was found: run "apt-get install libjavascriptcoregtk-4.0-bin", or set JSC_PATH to a jsc.';

/** Path of a Chromium or Chrome, or null. */
export function findChromium(): string | null {
  return find(process.env.CHROME_PATH, CHROMIUM_NAMES, CHROMIUM_PLACES);
}

/** Path of JavaScriptCore's shell, or null. */
export function findJsc(): string | null {
  return find(process.env.JSC_PATH, ['jsc'], JSC_PLACES);
}

/** Path of a Redis server, or null. */
export function findRedis(): string | null {
  return find(process.env.REDIS_SERVER_PATH, ['redis-server'], []);
}

function find(chosen: string | undefined, names: readonly string[], places: readonly string[]): string | null {
  if (chosen) return isExecutable(chosen) ? chosen : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...places].find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
