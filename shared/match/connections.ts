/** How many connections each person of a match has open: tabs and devices of one person count as one person. */
export class Connections {
  readonly #open = new Map<string, number>();

  get none(): boolean {
    return this.#open.size === 0;
  }

  of(person: string): number {
    return this.#open.get(person) ?? 0;
  }

  /** One more or one fewer; returns how many there are. */
  count(person: string, by: 1 | -1): number {
    const after = Math.max(0, this.of(person) + by);
    if (after === 0) this.#open.delete(person);
    else this.#open.set(person, after);
    return after;
  }
}
