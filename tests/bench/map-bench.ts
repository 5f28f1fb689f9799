/** First full frame and frame time of the map beside a bare Phaser page with as many shapes, in one browser and one run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { oneFontFormat } from '#client/build/one-font-format.ts';
import { smallPhaser } from '#client/build/small-phaser.ts';
import { mapModel } from '#client/scenes/map-model.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import type { NamedRuleset } from '#shared/protocol/ruleset-body.ts';
import { viewFor } from '#shared/state/view.ts';
import { FULL } from '../counts.ts';
import { serveFiles } from '../e2e/static-files.ts';
import type { PageResult, Shapes } from './map/page-result.ts';

const SCENARIO = 'base:long-race';
const SEED = '0123456789abcdef0123456789abcdef';
const ROUNDS = FULL ? 9 : 3;
const WINDOW = { width: 1600, height: 900 };
/** Goal: the first full frame at most so many times that of the bare page. */
const GOAL = 1.25;
/** Frames come as fast as they are made, so that their time is what they cost. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-vsync',
  '--disable-frame-rate-limit',
];
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = join(ROOT, 'tests/bench/map');
const BUILT = join(ROOT, '.cache/map-bench');

async function buildPage(name: 'ours' | 'bare'): Promise<string> {
  const outDir = join(BUILT, name);
  await build({
    configFile: false,
    logLevel: 'error',
    root: ROOT,
    base: './',
    publicDir: false,
    plugins: name === 'ours' ? [smallPhaser(), oneFontFormat()] : [],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: join(PAGES, `${name}.html`) },
    },
  });
  return outDir;
}

/** What the map shows after the last turn of the long race. */
function lastTurn({ ruleset, locales }: NamedRuleset): string {
  const { state } = playMatch(ruleset, { scenario: SCENARIO, seed: SEED });
  const seat = ruleset.scenarios[SCENARIO]?.suggestedSeat ?? null;
  return JSON.stringify({ model: mapModel(ruleset, viewFor(ruleset, state, seat)), words: locales.en ?? {} });
}

/** In a browser of its own, so that no page slows the next. */
async function visit(executablePath: string, address: string): Promise<PageResult> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const page = await browser.newPage({ viewport: WINDOW });
    await page.goto(address, { waitUntil: 'commit' });
    const result = await page.waitForFunction(() => (globalThis as { benchResult?: unknown }).benchResult, undefined, {
      timeout: 240_000,
    });
    return (await result.jsonValue()) as PageResult;
  } finally {
    await browser.close();
  }
}

export async function mapLines(base: NamedRuleset, executablePath: string): Promise<string[]> {
  const [ours, bare] = [await buildPage('ours'), await buildPage('bare')];
  mkdirSync(ours, { recursive: true });
  writeFileSync(join(ours, 'model.json'), lastTurn(base));
  const [oursAt, bareAt] = [await serveFiles(ours), await serveFiles(bare)];
  const results: Record<'ours' | 'bare', PageResult[]> = { ours: [], bare: [] };
  let shapes: Shapes = { all: 0, moving: 0 };
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const map = await visit(executablePath, `${oursAt.address}tests/bench/map/ours.html`);
      shapes = map.shapes;
      const plain = await visit(
        executablePath,
        `${bareAt.address}tests/bench/map/bare.html?all=${shapes.all}&moving=${shapes.moving}`,
      );
      // The first round warms the machine's caches.
      if (round > 0) {
        results.ours.push(map);
        results.bare.push(plain);
      }
    }
  } finally {
    await Promise.all([oursAt.close(), bareAt.close()]);
  }
  const of = (page: 'ours' | 'bare', what: 'firstFrameMs' | 'frameMs'): number =>
    Math.min(...results[page].map((one) => one[what]));
  const row = (name: string, what: 'firstFrameMs' | 'frameMs', goal: number | null): string => {
    const [mine, floor] = [of('ours', what), of('bare', what)];
    const met = goal === null ? '' : mine <= goal * floor ? `at most ${goal}: met` : `at most ${goal}: missed`;
    return `| ${name} | ${mine.toFixed(1)} | ${floor.toFixed(1)} | ${(mine / floor).toFixed(2)} | ${met} |`;
  };
  return [
    `Map of the long race after its last turn, ${shapes.all} shapes of which ${shapes.moving} move, software drawing, the least of ${ROUNDS} rounds, since other work only adds:`,
    '',
    '| | map, ms | bare Phaser, ms | ratio | goal |',
    '|---|---|---|---|---|',
    row('first full frame', 'firstFrameMs', GOAL),
    row('one frame', 'frameMs', null),
  ];
}
