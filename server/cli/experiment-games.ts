/** Loads what a group of games needs and plays one of them: the job that threads and other machines share. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ordersOf } from '#shared/experiment/history/script.ts';
import { type JobGroup, type JobResult, type JobWorld, playJob } from '#shared/experiment/job.ts';
import { readHistoryScript } from './history-games.ts';
import { rulesetWith } from './mods.ts';

/** A game: the group it belongs to and its number. */
export interface Task {
  readonly group: JobGroup;
  readonly index: number;
}

export async function playTask({ group, index }: Task): Promise<JobResult> {
  return playJob(await worldOf(group), group, index);
}

async function worldOf({ change: { mods, world } }: JobGroup): Promise<JobWorld> {
  const ruleset = await rulesetWith(mods);
  if (world === undefined) return { ruleset, history: null };
  const script = await readHistoryScript();
  return { ruleset, history: { script, world: ordersOf(script, world) } };
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
let hash: Promise<string> | null = null;

/** Hash of all that decides a game beside the ruleset: rules, bots, experiments and the script of history. */
export function codeHash(): Promise<string> {
  hash ??= hashSources();
  return hash;
}

async function hashSources(): Promise<string> {
  const shared = await readdir(`${ROOT}shared`, { recursive: true });
  const files = [...shared.filter((name) => name.endsWith('.ts')).map((name) => `shared/${name}`), 'assets/history/base.jsonc'];
  const sum = createHash('sha256');
  for (const file of files.map((name) => name.replaceAll('\\', '/')).sort())
    sum
      .update(file)
      .update('\0')
      .update(await readFile(ROOT + file))
      .update('\0');
  return sum.digest('hex');
}
