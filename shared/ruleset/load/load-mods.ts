/** Loads mods (the base game is one of them) into one resolved ruleset: all errors at once, each with its place. */
import { CONTENT_KINDS, type ContentKind, type Ruleset } from '../schema/ruleset.ts';
import { type Content, readContent } from './content.ts';
import { type Diagnostic, sortDiagnostics } from './diagnostic.ts';
import { type CheckedEntries, checkEntries } from './entries.ts';
import { LIMITS } from './limits.ts';
import { type LoadedManifest, type ModFiles, readManifests } from './manifest.ts';
import { ModOrder } from './mod-order.ts';
import { applyPatches } from './patches.ts';
import { checkRanges } from './ranges.ts';
import { checkReferences } from './references.ts';
import { followRenames } from './renames.ts';
import { checkTechnologies } from './technologies.ts';
import { type Locales, mergeSwitches, mergeTexts } from './texts.ts';
import { type Writers, writersOf } from './writers.ts';

export interface LoadedMods {
  /** Null when there is any error. */
  readonly ruleset: Ruleset | null;
  readonly locales: Locales;
  readonly diagnostics: readonly Diagnostic[];
  readonly writers: Writers;
}

export interface LoadOptions {
  /** Version of the game, for the ranges in manifests; unchecked without it. */
  readonly gameVersion?: string;
}

/** Reads, checks and merges; a pure function of the files, whatever their order. */
export function loadMods(mods: readonly ModFiles[], { gameVersion }: LoadOptions = {}): LoadedMods {
  const diagnostics: Diagnostic[] = [];
  const manifests = readManifests(mods, gameVersion ?? null, diagnostics);
  const order = new ModOrder(manifests);
  const content = followRenames(joined(manifests.map((manifest) => readContent(manifest, diagnostics))), manifests);
  const checked = checkEntries(content.entries, diagnostics);
  applyPatches(content.patches, checked, order, diagnostics);
  checkReferences(checked, diagnostics);
  checkTechnologies(checked, diagnostics);
  checkRanges(checked, diagnostics);
  const locales = mergeTexts(content.texts, order, diagnostics);
  const systems = mergeSwitches(content.switches, order, diagnostics);
  const failed = diagnostics.some(({ severity }) => severity === 'error');
  return {
    ruleset: failed ? null : resolved(manifests, systems, checked),
    locales,
    diagnostics: sortDiagnostics(diagnostics).slice(0, LIMITS.diagnostics),
    writers: writersOf(checked),
  };
}

function joined(contents: readonly Content[]): Content {
  return {
    entries: contents.flatMap(({ entries }) => entries),
    patches: contents.flatMap(({ patches }) => patches),
    texts: contents.flatMap(({ texts }) => texts),
    switches: contents.flatMap(({ switches }) => switches),
  };
}

function resolved(manifests: readonly LoadedManifest[], systems: Ruleset['systems'], { valid }: CheckedEntries): Ruleset {
  const section = (kind: ContentKind) => {
    const entries = [...(valid.get(kind) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    return [kind, Object.fromEntries(entries.map(([id, { value }]) => [id, value]))] as const;
  };
  return {
    format: 1,
    mods: manifests.map(({ manifest: { id, version } }) => ({ id, version })),
    systems,
    ...(Object.fromEntries(CONTENT_KINDS.map(section)) as Pick<Ruleset, ContentKind>),
  };
}
