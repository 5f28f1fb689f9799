/** Rulesets by hash: the base ruleset as loaded at the start, and those that stored matches are pinned to. */
import { gzipSync } from 'node:zlib';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { sortedValues } from '#shared/util/ids.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import type { RulesetBody } from '../store/rows.ts';
import type { Store } from '../store/store.ts';

/** What the home page shows of a scenario. */
export interface ScenarioInfo {
  readonly id: string;
  readonly seats: readonly string[];
  readonly turns: number;
  readonly suggestedSeat: string;
  readonly rulesetHash: string;
}

export class Rulesets {
  readonly base: Ruleset;
  readonly baseHash: string;
  readonly #store: Store;
  readonly #bodies = new Map<string, RulesetBody>();
  readonly #sent = new Map<string, Buffer>();

  constructor(base: RulesetBody, store: Store) {
    this.base = base.ruleset;
    this.baseHash = stableHash(base.ruleset);
    this.#store = store;
    this.#bodies.set(this.baseHash, base);
  }

  /** Keeps the base ruleset, so that matches pinned to it outlive its next version. */
  async keep(nowMs: number): Promise<void> {
    const body = this.#bodies.get(this.baseHash);
    if (body !== undefined) await this.#store.saveRuleset(this.baseHash, body, nowMs);
  }

  async body(hash: string): Promise<RulesetBody | null> {
    const known = this.#bodies.get(hash);
    if (known !== undefined) return known;
    const stored = await this.#store.ruleset(hash);
    if (stored !== null) this.#bodies.set(hash, stored);
    return stored;
  }

  /** The body as sent to clients: JSON, gzipped once. */
  async gzipped(hash: string): Promise<Buffer | null> {
    const known = this.#sent.get(hash);
    if (known !== undefined) return known;
    const body = await this.body(hash);
    if (body === null) return null;
    const packed = gzipSync(JSON.stringify({ ruleset: body.ruleset, locales: body.locales }), { level: 9 });
    this.#sent.set(hash, packed);
    return packed;
  }

  scenarios(): ScenarioInfo[] {
    return sortedValues(this.base.scenarios).map(({ id, seats, turns, suggestedSeat }) => ({
      id,
      seats,
      turns,
      suggestedSeat,
      rulesetHash: this.baseHash,
    }));
  }
}
