/** Rulesets by hash: the base ruleset as loaded at the start, and those that stored matches are pinned to. */
import { gzipSync } from 'node:zlib';
import { takeUpRuleset } from '#shared/match/kept-ruleset.ts';
import { isRefused, type Refused, refuse } from '#shared/match/reasons.ts';
import type { ModInfo } from '#shared/protocol/mod-info.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import { type ScenarioInfo, scenarioInfos } from '#shared/protocol/scenario-info.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import type { Store } from '../store/store.ts';
import type { InstalledMods } from './installed-mods.ts';

export class Rulesets {
  readonly base: Ruleset;
  readonly baseHash: string;
  readonly #store: Store;
  readonly #bodies = new Map<string, RulesetBody>();
  /** Rules of mods that are in the store already. */
  readonly #kept = new Set<string>();
  readonly #sent = new Map<string, Buffer>();

  readonly #mods: InstalledMods;

  constructor(base: RulesetBody, mods: InstalledMods, store: Store) {
    this.base = base.ruleset;
    this.baseHash = stableHash(base.ruleset);
    this.#mods = mods;
    this.#store = store;
    this.#bodies.set(this.baseHash, base);
    for (const { id } of mods.infos) {
      const rules = mods.rulesOf([id]);
      if (rules !== null && typeof rules !== 'string') this.#bodies.set(rules.hash, rules);
    }
  }

  /** Keeps the base ruleset, so that matches pinned to it outlive its next version. */
  async keep(nowMs: number): Promise<void> {
    const body = this.#bodies.get(this.baseHash);
    if (body !== undefined) await this.#store.saveRuleset(this.baseHash, body, nowMs);
  }

  /** What can be chosen for a new match beside the base game. */
  get mods(): readonly ModInfo[] {
    return this.#mods.infos;
  }

  /** The rules of a choice of mods, kept from now on for the match that is pinned to them; or why there are none. */
  async withMods(ids: readonly string[], nowMs: number): Promise<{ ruleset: Ruleset; hash: string } | Refused> {
    if (ids.length === 0) return { ruleset: this.base, hash: this.baseHash };
    const rules = this.#mods.rulesOf(ids);
    if (rules === null) return refuse('unknown-mod');
    if (typeof rules === 'string') return refuse('mods-clash');
    const { ruleset, locales, hash } = rules;
    if (!this.#kept.has(hash)) {
      await this.#store.saveRuleset(hash, { ruleset, locales }, nowMs);
      this.#bodies.set(hash, { ruleset, locales });
      this.#kept.add(hash);
    }
    return { ruleset, hash };
  }

  /** Refused where the rules of today can't go by it. */
  async body(hash: string): Promise<RulesetBody | Refused | null> {
    const known = this.#bodies.get(hash);
    if (known !== undefined) return known;
    const stored = await this.#store.ruleset(hash);
    const body = stored === null ? null : takeUpRuleset(stored);
    if (body !== null && !isRefused(body)) this.#bodies.set(hash, body);
    return body;
  }

  /** The body as sent to clients: JSON, gzipped once. */
  async gzipped(hash: string): Promise<Buffer | Refused | null> {
    const known = this.#sent.get(hash);
    if (known !== undefined) return known;
    const body = await this.body(hash);
    if (body === null || isRefused(body)) return body;
    const packed = gzipSync(JSON.stringify({ ruleset: body.ruleset, locales: body.locales }), { level: 9 });
    this.#sent.set(hash, packed);
    return packed;
  }

  scenarios(): ScenarioInfo[] {
    return scenarioInfos(this.base, this.baseHash);
  }
}
