/** One thing after another: work is queued and never overlaps. A failure is reported and does not stop what follows. */
export class Serial {
  readonly #onFault: (error: unknown) => void;
  #last: Promise<unknown> = Promise.resolve();

  constructor(onFault: (error: unknown) => void) {
    this.#onFault = onFault;
  }

  /** Resolves or rejects with the outcome of the work. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch((error: unknown) => this.#onFault(error));
    return done;
  }

  /** Queues work whose outcome nobody waits for. */
  later(work: () => Promise<void>): void {
    this.run(work).catch(() => undefined);
  }
}
