/** A bucket of requests that refills with time: bursts pass, floods don't. */
export interface Pace {
  readonly burst: number;
  readonly perSecond: number;
}

export class Bucket {
  readonly #pace: Pace;
  #left: number;
  #atMs: number;

  constructor(pace: Pace, nowMs: number) {
    this.#pace = pace;
    this.#left = pace.burst;
    this.#atMs = nowMs;
  }

  /** Takes one, or says no. */
  take(nowMs: number): boolean {
    const refill = ((nowMs - this.#atMs) / 1000) * this.#pace.perSecond;
    this.#left = Math.min(this.#pace.burst, this.#left + Math.max(0, refill));
    this.#atMs = nowMs;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
