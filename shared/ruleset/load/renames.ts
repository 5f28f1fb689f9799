/** Follows the renames of manifests: what still uses an old id means the new one. */
import type { Content } from './content.ts';
import type { LoadedManifest } from './manifest.ts';

/** The content with old ids replaced in values, keys and targets of patches. */
export function followRenames(content: Content, manifests: readonly LoadedManifest[]): Content {
  const renames = new Map(manifests.flatMap(({ manifest }) => Object.entries(manifest.renames)));
  if (renames.size === 0) return content;
  return {
    ...content,
    entries: content.entries.map((entry) => ({ ...entry, raw: renamed(entry.raw, renames) })),
    patches: content.patches.map((placed) => {
      const { patch } = placed;
      return { ...placed, patch: { ...(renamed(patch, renames) as typeof patch), path: patch.path } };
    }),
  };
}

function renamed(value: unknown, renames: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return renames.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, renames));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [renames.get(key) ?? key, renamed(item, renames)]));
}
