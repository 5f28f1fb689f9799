/** Starts the game as a user has it (built client, one server process) and a browser to play it in. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '#tests/free-port.ts';
import { type Drawing, launchBrowser } from './browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export interface Game {
  readonly origin: string;
  readonly browser: Browser;
  /** A new person: own storage, console watched. */
  person(options?: {
    width?: number;
    height?: number;
    locale?: string;
  }): Promise<{ page: Page; context: BrowserContext; faults: string[] }>;
  /** Closes the browsers of all persons: an open map goes on drawing and slows the next test. */
  leave(): Promise<void>;
  /** Ends the server without warning, as a crash would. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  end(): Promise<void>;
}

export async function startGame(drawing: Drawing = 'canvas'): Promise<Game> {
  const built = spawnSync(process.execPath, [join(ROOT, 'tools/launch.mjs'), 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`the client does not build: ${built.stderr}`);
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-e2e-'));
  const port = await freePort();
  let child: ChildProcess;
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [join(ROOT, 'server/main.ts')], {
      env: { ...process.env, PORT: String(port), HOST: '', DATA_DIR: folder, LOG_LEVEL: 'silent' },
    });
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
  };
  const gone = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  await start();
  const browser = await launchBrowser(drawing);
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    browser,
    person: async ({ width = 1600, height = 900, locale = 'en-US' } = {}) => {
      const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      return { page, context, faults };
    },
    leave: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    kill: () => gone('SIGKILL'),
    restart: start,
    end: async () => {
      await browser.close();
      await gone('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');
/** Serious and critical faults of accessibility on what is shown now; `within` names the one part that has changed. */
export async function seriousFaults(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (selector) => {
    const axe = (
      globalThis as unknown as {
        axe: {
          run: (
            root: Element,
            options: object,
          ) => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
        };
      }
    ).axe;
    const { violations } = await axe.run(document.querySelector(selector) ?? document.documentElement, {
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
  }, within);
}

/** From the home page into the planning of a match against bots, by mouse. */
export async function startMatch(page: Page, origin: string, seat?: string): Promise<void> {
  await page.goto(origin);
  if (seat !== undefined) await page.getByTestId(`seat-${seat}`).click();
  await page.getByTestId('start-button').click();
  await page.getByTestId('ready-button').waitFor();
  await page.getByTestId('advisor-a').waitFor({ timeout: 60_000 });
}

/** Accepts plan A and is ready; ends in the report. */
export async function playTurn(page: Page): Promise<void> {
  await page.getByTestId('advisor-a').click();
  await page.getByTestId('order-card').first().waitFor();
  await page.getByTestId('ready-button').click();
  await page.getByTestId('report-skip').waitFor({ timeout: 60_000 });
}

export const skipReport = (page: Page): Promise<void> => page.getByTestId('report-skip').click();
