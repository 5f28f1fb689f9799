/** Sorts what the files of a mod hold into entries, patches and texts, each with its place. */
import type { Node } from 'jsonc-parser';
import { SYSTEM_IDS, type SystemId } from '../catalogue.ts';
import { CONTENT_KINDS, type ContentKind, type Patch, patchSchema } from '../schema/ruleset.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
import { isInside, LIMITS, useOf } from './limits.ts';
import type { LoadedManifest } from './manifest.ts';
import { faultsOf } from './schema-issues.ts';
import { diagnosticAt, keyOffsetAt, offsetAt, plainValue, readSource, type SourceFile } from './source-file.ts';
import { didYouMean } from './suggest.ts';

/** A value of a file: which mod wrote it, and where. */
export interface Written {
  readonly mod: string;
  readonly source: SourceFile;
  readonly node: Node;
}

export interface Entry extends Written {
  readonly kind: ContentKind;
  readonly id: string;
  /** As written, before defaults; not to be trusted when the file is broken. */
  readonly raw: unknown;
}

export interface PlacedPatch extends Written {
  readonly patch: Patch;
}

export interface PlacedText extends Written {
  readonly language: string;
  readonly key: string;
  readonly text: string;
}

export interface PlacedSwitch extends Written {
  readonly system: SystemId;
  readonly on: boolean;
}

export interface Content {
  readonly entries: Entry[];
  readonly patches: PlacedPatch[];
  readonly texts: PlacedText[];
  readonly switches: PlacedSwitch[];
}

const LOCALE_FILE = /^locales\/([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(?:\/[^/]+)?\.jsonc?$/;
const MARKUP = /<\/?[a-z!]/i;
const SECTIONS: readonly string[] = [...CONTENT_KINDS, 'systems'];

/** Reads all files of one mod. */
export function readContent({ mod, manifest }: LoadedManifest, diagnostics: Diagnostic[]): Content {
  const content: Content = { entries: [], patches: [], texts: [], switches: [] };
  const paths = Object.keys(mod.files).sort();
  checkFolder(mod.id, paths, mod.files, diagnostics);
  for (const path of paths.slice(0, LIMITS.files)) {
    if (path === 'mod.json' || !isInside(path) || useOf(path) !== 'data') continue;
    const source = readSource(`${mod.id}/${path}`, mod.files[path] ?? '', diagnostics);
    if (!source.root) continue;
    const reader = new ContentReader(manifest.id, source, content, diagnostics);
    const [, language] = path.match(LOCALE_FILE) ?? [];
    if (language !== undefined) reader.readTexts(source.root, language);
    else if (path.startsWith('patches/')) reader.readPatches(source.root);
    else reader.readSections(source.root);
  }
  return content;
}

function checkFolder(
  mod: string,
  paths: readonly string[],
  files: Readonly<Record<string, string>>,
  diagnostics: Diagnostic[],
): void {
  const say = (path: string, code: DiagnosticCode, message: string) =>
    diagnostics.push(diagnosticAt({ name: `${mod}/${path}`, text: '' }, 0, code, message));
  if (paths.length > LIMITS.files) say('mod.json', 'M012', `the mod has more than ${LIMITS.files} files`);
  const size = paths.reduce((sum, path) => sum + (files[path] ?? '').length, 0);
  if (size > LIMITS.modBytes) say('mod.json', 'M012', `the mod is larger than ${LIMITS.modBytes} bytes`);
  for (const path of paths) {
    if (!isInside(path)) say(path, 'M014', 'the path leaves the folder of the mod');
    else if (useOf(path) === 'forbidden') say(path, 'M013', 'files of this type are not allowed in a mod');
  }
}

/** Reads one file into the content of its mod. */
class ContentReader {
  readonly #mod: string;
  readonly #source: SourceFile;
  readonly #content: Content;
  readonly #diagnostics: Diagnostic[];

  constructor(mod: string, source: SourceFile, content: Content, diagnostics: Diagnostic[]) {
    this.#mod = mod;
    this.#source = source;
    this.#content = content;
    this.#diagnostics = diagnostics;
  }

  /** `{ "techs": [ … ], "chips": [ … ], "systems": { … } }` */
  readSections(root: Node): void {
    for (const { key, value } of this.#properties(root)) {
      const name = String(key.value);
      if (name === '$schema') continue;
      if (name === 'systems') this.#readSwitches(value);
      else if (isKind(name)) this.#readEntries(name, value);
      else {
        const { hint = `one of ${SECTIONS.join(', ')}` } = didYouMean(name, SECTIONS);
        this.#say(key, 'M003', `unknown section "${name}"`, hint);
      }
    }
  }

  /** `{ "patches": [ … ] }` */
  readPatches(root: Node): void {
    for (const { key, value } of this.#properties(root)) {
      if (key.value === '$schema') continue;
      if (key.value === 'patches')
        for (const node of this.#items(value, LIMITS.patches - this.#content.patches.length)) this.#readPatch(node);
      else this.#say(key, 'M003', `unknown section "${key.value}"`, 'a file of patches holds the list "patches"');
    }
  }

  /** `{ "tech.base:fp8": "…" }` */
  readTexts(root: Node, language: string): void {
    for (const { key, value } of this.#properties(root)) {
      const name = String(key.value);
      if (name === '$schema') continue;
      if (typeof value.value !== 'string') this.#say(value, 'M004', `the text "${name}" must be a text`);
      else if (value.value.length > LIMITS.textLength)
        this.#say(value, 'M012', `the text "${name}" is longer than ${LIMITS.textLength}`);
      else {
        if (MARKUP.test(value.value)) this.#say(value, 'M015', 'markup in a text is shown as text', undefined, 'warning');
        this.#content.texts.push({ ...this.#written(value), language, key: name, text: value.value });
      }
    }
  }

  #readEntries(kind: ContentKind, list: Node): void {
    for (const node of this.#items(list, LIMITS.entries - this.#content.entries.length)) {
      const raw = plainValue(node);
      const id = (raw as { id?: unknown } | null)?.id;
      if (typeof id === 'string') this.#content.entries.push({ ...this.#written(node), kind, id, raw });
      else this.#say(node, 'M004', 'the entry has no "id"');
    }
  }

  #readSwitches(node: Node): void {
    for (const { key, value } of this.#properties(node)) {
      const system = SYSTEM_IDS.find((id) => id === key.value);
      if (system === undefined)
        this.#say(key, 'M005', `unknown system "${key.value}"`, didYouMean(String(key.value), SYSTEM_IDS).hint);
      else if (typeof value.value !== 'boolean') this.#say(value, 'M004', `the system "${system}" must be true or false`);
      else this.#content.switches.push({ ...this.#written(value), system, on: value.value });
    }
  }

  #readPatch(node: Node): void {
    const raw = plainValue(node);
    const parsed = patchSchema.safeParse(raw);
    if (parsed.success) this.#content.patches.push({ ...this.#written(node), patch: parsed.data });
    else if (!this.#source.broken) {
      for (const { path, key, code, message, hint } of faultsOf(patchSchema, raw, parsed.error)) {
        const offset = key === undefined ? offsetAt(node, path) : keyOffsetAt(node, path, key);
        this.#diagnostics.push(diagnosticAt(this.#source, offset, code, message, hint));
      }
    }
  }

  #properties(node: Node): { key: Node; value: Node }[] {
    if (node.type !== 'object') {
      if (!this.#source.broken) this.#say(node, 'M004', 'must be an object');
      return [];
    }
    return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => (key && value ? [{ key, value }] : []));
  }

  #items(node: Node, limit: number): Node[] {
    if (node.type !== 'array') {
      if (!this.#source.broken) this.#say(node, 'M004', 'must be a list of entries');
      return [];
    }
    const items = node.children ?? [];
    if (items.length > limit) this.#say(node, 'M012', 'the mod has too many entries');
    return items.slice(0, Math.max(0, limit));
  }

  #written(node: Node): Written {
    return { mod: this.#mod, source: this.#source, node };
  }

  #say(node: Node, code: DiagnosticCode, message: string, hint?: string, severity?: Diagnostic['severity']): void {
    this.#diagnostics.push(diagnosticAt(this.#source, node.offset, code, message, hint, severity));
  }
}

function isKind(name: string): name is ContentKind {
  return (CONTENT_KINDS as readonly string[]).includes(name);
}
