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
import { arithmeticHash, matchHashes } from './hashes.ts';
import { type Answer, asked, gameScript, type Question } from './script.ts';

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
let expected: Answer = { arithmetic: '', matches: [] };

beforeAll(async () => {
  script = await gameScript();
  expected = {
    arithmetic: arithmeticHash(),
    matches: matchHashes(question.ruleset, question.scenario, question.seeds),
  };
});

async function nodeProcess(): Promise<Answer> {
  const running = run(process.execPath, [fileURLToPath(new URL('./node-process.ts', import.meta.url))]);
  running.child.stdin?.end(JSON.stringify(question));
  return JSON.parse((await running).stdout);
}

async function inChromium(executablePath: string): Promise<{ answer: Answer; version: string }> {
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    return { answer: JSON.parse(await page.evaluate<string>(asked(question))), version: browser.version() };
  } finally {
    await browser.close();
  }
}

async function inJsc(path: string): Promise<Answer> {
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
  expect(expected.matches).toHaveLength(counts.determinismGames);
  expect(new Set(expected.matches).size).toBe(expected.matches.length);
});

test('two Node processes give the hashes of this one', async () => {
  expect(await nodeProcess()).toEqual(expected);
  expect(await nodeProcess()).toEqual(expected);
  report(`${expected.matches.length} matches gave the same hashes in three Node processes (${process.version})`);
});

test.skipIf(chromiumPath === null)(
  `Chromium gives the same hashes${chromiumPath === null ? `. ${CHROMIUM_HINT}` : ''}`,
  async () => {
    const { answer, version } = await inChromium(chromiumPath ?? '');
    expect(answer).toEqual(expected);
    report(`${answer.matches.length} matches gave the same hashes in Chromium ${version}`);
  },
);

test.skipIf(jscPath === null)(`JavaScriptCore gives the same hashes${jscPath === null ? `. ${JSC_HINT}` : ''}`, async () => {
  const answer = await inJsc(jscPath ?? '');
  expect(answer).toEqual(expected);
  report(`${answer.matches.length} matches gave the same hashes in JavaScriptCore (${jscPath})`);
});
