/**
 * Games of experiments on several machines, through a queue on Redis. Who asks also plays; other machines help by `work`.
 * Only machines with the same code see the same queue, and results come by number, so that who played what changes nothing.
 */

import { randomUUID } from 'node:crypto';
import { type Job, Queue, QueueEvents, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { JobGroup, JobResult } from '#shared/experiment/job.ts';
import { hashRuleset } from '#shared/ruleset/load/hash-ruleset.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import { counted } from './counted.ts';
import { codeHash, type Task } from './experiment-games.ts';
import { JobPool } from './job-pool.ts';
import { rulesetWith } from './mods.ts';
import { UsageError } from './names.ts';

/** Games a chunk: enough to be worth the way, few enough to share evenly. */
const CHUNK_GAMES = 25;
const ATTEMPTS = 3;
const KEEP_SECONDS = 3600;

interface Chunk {
  readonly group: JobGroup;
  readonly indices: readonly number[];
  /** Hash of the rules with the group's mods: who has others may not play it. */
  readonly ruleset: string;
}

const queueName = async (): Promise<string> => `chokepoint-experiments-${(await codeHash()).slice(0, 16)}`;

/** What goes wrong with the connection is told, and tried again. */
const tell = (error: Error): void => {
  process.stderr.write(`Queue: ${error.message}\n`);
};

/** A connection that has been answered; it then waits as long as it must, as queues want it. */
async function connect(url: string): Promise<Redis> {
  const probe = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  let fault = '';
  probe.on('error', (error) => {
    fault ||= error.message;
  });
  try {
    await probe.connect();
  } catch (error) {
    throw new UsageError(`No Redis answers at REDIS_URL: ${fault || (error as Error).message}.`);
  } finally {
    probe.disconnect();
  }
  return new Redis(url, { maxRetriesPerRequest: null });
}

/** Plays chunks on this machine's threads, as many at once as there are threads. */
function startWorker(name: string, connection: Redis, pool: JobPool): Worker<Chunk, JobResult[]> {
  const play = async ({ group, indices, ruleset }: Chunk): Promise<JobResult[]> => {
    if (hashRuleset(await rulesetWith(group.change.mods)) !== ruleset)
      throw new Error(`The rules here are not those that "${group.series}" was asked for with.`);
    return Promise.all(indices.map((index) => pool.run('experimentGame', { group, index })));
  };
  const options = { connection, concurrency: pool.threads, maxStalledCount: ATTEMPTS };
  const worker = new Worker<Chunk, JobResult[]>(name, ({ data }) => play(data), options);
  worker.on('error', tell);
  return worker;
}

/** The same chunk has the same number, so that who was stopped and asks again finds what others have played since. */
async function ask(queue: Queue<Chunk, JobResult[]>, chunk: Chunk, fresh: boolean): Promise<Job<Chunk, JobResult[]>> {
  const jobId = fresh ? randomUUID() : stableHash(JSON.parse(JSON.stringify(chunk)));
  const before = await queue.getJob(jobId);
  if (before !== undefined && (await before.isFailed())) await before.remove();
  return queue.add('games', chunk, {
    jobId,
    attempts: ATTEMPTS,
    removeOnComplete: { age: KEEP_SECONDS },
    removeOnFail: { age: KEEP_SECONDS },
  });
}

export async function playOnMany<P extends Task & { readonly at: number }>(
  url: string,
  places: readonly P[],
  keep: (place: P, result: JobResult) => void,
  { workers, fresh = false }: { readonly workers?: number | undefined; readonly fresh?: boolean },
): Promise<void> {
  const name = await queueName();
  const connections = [await connect(url), await connect(url), await connect(url)] as const;
  const [asking, listening, working] = connections;
  const queue = new Queue<Chunk, JobResult[]>(name, { connection: asking });
  const events = new QueueEvents(name, { connection: listening });
  queue.on('error', tell);
  events.on('error', tell);
  const pool = new JobPool(workers);
  const worker = startWorker(name, working, pool);
  try {
    await events.waitUntilReady();
    await Promise.all(
      chunksOf(places).map(async (chunk) => {
        const { group } = chunk[0] as P;
        const ruleset = hashRuleset(await rulesetWith(group.change.mods));
        const data = { group, indices: chunk.map(({ index }) => index), ruleset };
        const job = await ask(queue, data, fresh);
        const results = await job.waitUntilFinished(events);
        chunk.forEach((place, at) => {
          const result = results[at];
          if (result !== undefined) keep(place, result);
        });
      }),
    );
  } finally {
    await worker.close();
    await events.close();
    await queue.close();
    await pool.close();
    for (const connection of connections) connection.disconnect();
  }
}

/** Places in chunks; each chunk belongs to one group. */
function chunksOf<P extends { readonly at: number }>(places: readonly P[]): P[][] {
  const chunks: P[][] = [];
  for (const place of places) {
    const last = chunks[chunks.length - 1];
    if (last !== undefined && last.length < CHUNK_GAMES && last[0]?.at === place.at) last.push(place);
    else chunks.push([place]);
  }
  return chunks;
}

/** `work`: helps other machines until it is stopped. */
export async function work({ workers }: { readonly workers?: string }): Promise<void> {
  const url = process.env.REDIS_URL;
  if (url === undefined || url === '') throw new UsageError('Set REDIS_URL to the Redis that the machines share.');
  const threads = workers === undefined ? undefined : Number(workers);
  if (threads !== undefined && (!Number.isInteger(threads) || threads < 1))
    throw new UsageError('--workers must be a whole number from 1.');
  const connection = await connect(url);
  const pool = new JobPool(threads);
  const worker = startWorker(await queueName(), connection, pool);
  worker.on('completed', ({ data }) => process.stderr.write(`${counted(data.indices.length, 'game')} of ${data.group.series}\n`));
  await worker.waitUntilReady();
  process.stderr.write(`Ready: ${counted(pool.threads, 'thread')}\n`);
  await new Promise<void>((stopped) => {
    process.once('SIGINT', stopped);
    process.once('SIGTERM', stopped);
  });
  await worker.close();
  await pool.close();
  connection.disconnect();
}
