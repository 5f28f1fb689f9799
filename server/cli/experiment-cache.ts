/** Results of games that were played before, so that an experiment that was stopped goes on where it was. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { JobGroup, JobResult } from '#shared/experiment/job.ts';
import { ENGINE_VERSION } from '#shared/rules/engine-version.ts';
import { hashRuleset } from '#shared/ruleset/load/hash-ruleset.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import { codeHash } from './experiment-games.ts';
import { rulesetWith } from './mods.ts';

const FOLDER = fileURLToPath(new URL('../../.cache/experiments', import.meta.url));

export class ExperimentCache {
  readonly #folder: string;
  readonly #file: string;

  private constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#file = `${folder}/${name}.jsonl`;
  }

  /** One file a group: named for rules, engine, code, arm and seeds; anything else that differs has another name. */
  static async of(group: JobGroup, folder = FOLDER): Promise<ExperimentCache> {
    const ruleset = hashRuleset(await rulesetWith(group.change.mods));
    // Through JSON, so that fields left out and fields undefined are the same.
    const plain = JSON.parse(JSON.stringify(group)) as JobGroup;
    const key = stableHash({ ruleset, engine: ENGINE_VERSION, code: await codeHash(), group: plain });
    return new ExperimentCache(folder, key);
  }

  /** By number of the game; a line that was cut off while it was written is left out. */
  read(): Map<number, JobResult> {
    const found = new Map<number, JobResult>();
    if (!existsSync(this.#file)) return found;
    for (const line of readFileSync(this.#file, 'utf8').split('\n')) {
      try {
        const { index, result } = JSON.parse(line) as { index: number; result: JobResult };
        found.set(index, result);
      } catch {
        // The end of the file, or a line that was not finished.
      }
    }
    return found;
  }

  write(index: number, result: JobResult): void {
    mkdirSync(this.#folder, { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify({ index, result })}\n`);
  }
}
