/** Progress of long work, on standard error; on a terminal in one line that is written over. */

const EVERY_MS = 1000;

export class Progress {
  readonly #what: string;
  readonly #total: number;
  #done = 0;
  #shownMs = 0;
  #shown = false;

  constructor(what: string, total: number) {
    this.#what = what;
    this.#total = total;
  }

  step(): void {
    this.#done += 1;
    const nowMs = Date.now();
    if (nowMs - this.#shownMs < EVERY_MS) return;
    this.#shownMs = nowMs;
    this.#show();
  }

  end(): void {
    if (!this.#shown) return;
    this.#show();
    if (process.stderr.isTTY) process.stderr.write('\n');
  }

  #show(): void {
    this.#shown = true;
    const text = `${this.#done} of ${this.#total} ${this.#what}`;
    process.stderr.write(process.stderr.isTTY ? `\r${text}` : `${text}\n`);
  }
}
