/** Which mod comes after which, for merging: by what manifests say, never by the order of files. */
import type { Written } from './content.ts';
import { type LoadedManifest, namesOf } from './manifest.ts';

export class ModOrder {
  readonly #rank: ReadonlyMap<string, number>;
  readonly #after: ReadonlyMap<string, ReadonlySet<string>>;

  /** Takes the manifests in load order. */
  constructor(manifests: readonly LoadedManifest[]) {
    this.#rank = new Map(manifests.map(({ manifest }, index) => [manifest.id, index]));
    const after = new Map<string, ReadonlySet<string>>();
    for (const { manifest } of manifests) {
      const named = namesOf(manifest.after);
      after.set(manifest.id, new Set(named.flatMap((id) => [id, ...(after.get(id) ?? [])])));
    }
    this.#after = after;
  }

  /** Whether a mod says, itself or by way of others, that it comes after another. */
  isAfter(mod: string, other: string): boolean {
    return this.#after.get(mod)?.has(other) ?? false;
  }

  /** Order of mods, then of places. */
  compare(a: Written, b: Written): number {
    const rank = (this.#rank.get(a.mod) ?? 0) - (this.#rank.get(b.mod) ?? 0);
    if (rank !== 0) return rank;
    return a.source.name < b.source.name ? -1 : Number(a.source.name > b.source.name) || a.node.offset - b.node.offset;
  }
}
