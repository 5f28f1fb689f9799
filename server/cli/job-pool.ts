/** The threads of this machine, which play jobs as they come; which thread plays which job changes no result. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';

const JOBS = fileURLToPath(new URL('./jobs.ts', import.meta.url));
/** Fewer jobs than this are over before threads have started. */
const FEW_JOBS = 6;
/** A thread that waits longer for its next job ends. */
const IDLE_MS = 5000;
/** So much of a job's input is told when the job fails. */
const TOLD_CHARACTERS = 200;

type Jobs = typeof import('./jobs.ts');
export type JobName = keyof Jobs;
export type JobInput<N extends JobName> = Parameters<Jobs[N]>[0];
export type JobOutput<N extends JobName> = Awaited<ReturnType<Jobs[N]>>;

export class JobFailure extends Error {
  override readonly name = 'JobFailure';

  constructor(job: JobName, input: unknown, cause: unknown) {
    const text = JSON.stringify(input) ?? String(input);
    const told = text.length > TOLD_CHARACTERS ? `${text.slice(0, TOLD_CHARACTERS)} ...` : text;
    super(`The job ${job} of ${told} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

export class JobPool {
  readonly threads: number;
  readonly #pool: Piscina | null;

  /** With 0 threads, jobs are played in this one. */
  constructor(threads: number = availableParallelism()) {
    this.threads = threads;
    this.#pool = threads === 0 ? null : new Piscina({ filename: JOBS, minThreads: 0, maxThreads: threads, idleTimeout: IDLE_MS });
  }

  /** Rejects with a `JobFailure` that holds the cause. */
  async run<N extends JobName>(job: N, input: JobInput<N>): Promise<JobOutput<N>> {
    try {
      if (this.#pool !== null) return await this.#pool.run(input, { name: job });
      const play = (await import('./jobs.ts'))[job] as (input: JobInput<N>) => Promise<JobOutput<N>>;
      return await play(input);
    } catch (error) {
      throw new JobFailure(job, input, error);
    }
  }

  /** Ends all threads; jobs that still run are given up. */
  async close(): Promise<void> {
    await this.#pool?.destroy();
  }
}

export interface AllOptions<N extends JobName> {
  /** All cores where left out, and none for a few jobs. */
  readonly threads?: number | undefined;
  /** Called as each job is done, in any order. */
  readonly onDone?: (at: number, output: JobOutput<N>) => void;
}

/** Results in the order of the inputs; the first failure ends the rest. */
export async function runAll<N extends JobName>(
  job: N,
  inputs: readonly JobInput<N>[],
  { threads, onDone }: AllOptions<N> = {},
): Promise<JobOutput<N>[]> {
  const most = Math.min(inputs.length, threads ?? availableParallelism());
  const pool = new JobPool(threads === undefined && (inputs.length < FEW_JOBS || most === 1) ? 0 : most);
  const play = async (input: JobInput<N>, at: number): Promise<JobOutput<N>> => {
    const output = await pool.run(job, input);
    onDone?.(at, output);
    return output;
  };
  try {
    if (pool.threads > 0) return await Promise.all(inputs.map(play));
    const outputs: JobOutput<N>[] = [];
    for (const [at, input] of inputs.entries()) outputs.push(await play(input, at));
    return outputs;
  } finally {
    await pool.close();
  }
}
