/** The same matches in separate processes and in other JavaScript engines end in the same state, bit for bit. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { counts, report } from '#tests/counts.ts';
import { CHROMIUM_HINT, findChromium, findJsc, JSC_HINT } from '#tests/engines-found.ts';
import { matchHashes } from './hashes.ts';
import { asked, gameScript, type Question } from './script.ts';

const run = promisify(execFile);
const { ruleset } = await loadBaseRuleset();
const question: Question = {
  ruleset,
  scenario: 'base:october-rule',
  seeds: Array.from({ length: counts.determinismGames }, (_, n) => deriveSeed(`match ${n}`, 'engines')),
};
const chromiumPath = findChromium();
const jscPath = findJsc();
let script = '';
let expected: string[] = [];

beforeAll(async () => {
  script = await gameScript();
  expected = matchHashes(question.ruleset, question.scenario, question.seeds);
});

async function nodeProcess(): Promise<string[]> {
  const running = run(process.execPath, [fileURLToPath(new URL('./node-process.ts', import.meta.url))]);
  running.child.stdin?.end(JSON.stringify(question));
  return JSON.parse((await running).stdout);
}

async function inChromium(executablePath: string): Promise<{ hashes: string[]; version: string }> {
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return { hashes: JSON.parse(await page.evaluate<string>(asked(question))), version: browser.version() };
  } finally {
    await browser.close();
  }
}

async function inJsc(path: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'chokepoint-jsc-'));
  try {
    const file = join(folder, 'game.js');
    await writeFile(file, `${script}\nprint(${asked(question)});\n`);
    return JSON.parse((await run(path, [file])).stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

test('each seed gives another match', () => {
  expect(expected).toHaveLength(counts.determinismGames);
  expect(new Set(expected).size).toBe(expected.length);
});

test('two Node processes give the hashes of this one', async () => {
  expect(await nodeProcess()).toEqual(expected);
  expect(await nodeProcess()).toEqual(expected);
  report(`${expected.length} matches gave the same hashes in three Node processes (${process.version})`);
});

test.skipIf(chromiumPath === null)(
  `Chromium gives the same hashes${chromiumPath === null ? `. ${CHROMIUM_HINT}` : ''}`,
  async () => {
    const { hashes, version } = await inChromium(chromiumPath ?? '');
    expect(hashes).toEqual(expected);
    report(`${hashes.length} matches gave the same hashes in Chromium ${version}`);
  },
);

test.skipIf(jscPath === null)(`JavaScriptCore gives the same hashes${jscPath === null ? `. ${JSC_HINT}` : ''}`, async () => {
  const hashes = await inJsc(jscPath ?? '');
  expect(hashes).toEqual(expected);
  report(`${hashes.length} matches gave the same hashes in JavaScriptCore (${jscPath})`);
});
