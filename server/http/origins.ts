/** Which pages may talk to this server: its own, and those that the host names in ORIGINS. */

export class Origins {
  readonly #allowed: ReadonlySet<string>;

  /** `configured` is a comma-separated list such as `https://example.org,https://play.example.org`. */
  constructor(configured: string) {
    const named = configured.split(',').map((origin) => origin.trim().replace(/\/$/, ''));
    this.#allowed = new Set(named.filter((origin) => origin !== ''));
  }

  isNamed(origin: string): boolean {
    return this.#allowed.has(origin);
  }

  /** Programs send no origin; browsers always do where it matters. */
  mayTalk(origin: string | null | undefined, host: string | null | undefined): boolean {
    if (origin === null || origin === undefined) return true;
    if (this.isNamed(origin)) return true;
    try {
      return host !== null && host !== undefined && new URL(origin).host === host;
    } catch {
      return false;
    }
  }
}
