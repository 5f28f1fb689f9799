/** Plays all games of some groups: those in the cache are read, the rest are played here or, with Redis, on many machines. */
import type { JobGroup, JobResult } from '#shared/experiment/job.ts';
import { ExperimentCache } from './experiment-cache.ts';
import type { Task } from './experiment-games.ts';
import { runAll } from './job-pool.ts';
import { Progress } from './progress.ts';

export interface RunOptions {
  readonly games: number;
  /** Threads; all cores where left out. */
  readonly workers?: number | undefined;
  /** Neither reads nor keeps results. */
  readonly fresh?: boolean;
  /** Where results are kept; a folder of the package where left out. */
  readonly cacheFolder?: string;
}

interface Place extends Task {
  readonly at: number;
}

/** Results by group, then by number of the game. */
export async function runGroups(
  groups: readonly JobGroup[],
  { games, workers, fresh = false, cacheFolder }: RunOptions,
): Promise<JobResult[][]> {
  const results: JobResult[][] = groups.map(() => []);
  const caches = fresh ? null : await Promise.all(groups.map((group) => ExperimentCache.of(group, cacheFolder)));
  const missing: Place[] = [];
  groups.forEach((group, at) => {
    const known = caches?.[at]?.read();
    for (let index = 0; index < games; index += 1) {
      const result = known?.get(index);
      if (result === undefined) missing.push({ group, index, at });
      else (results[at] as JobResult[])[index] = result;
    }
  });
  if (missing.length === 0) return results;
  const progress = new Progress('games', missing.length);
  const keep = ({ at, index }: Place, result: JobResult): void => {
    (results[at] as JobResult[])[index] = result;
    caches?.[at]?.write(index, result);
    progress.step();
  };
  const url = process.env.REDIS_URL;
  if (url === undefined || url === '') {
    const onDone = (at: number, result: JobResult): void => keep(missing[at] as Place, result);
    await runAll('experimentGame', missing, { threads: workers, onDone });
  } else {
    const { playOnMany } = await import('./experiment-queue.ts');
    await playOnMany(url, missing, keep, { workers, fresh });
  }
  progress.end();
  return results;
}
