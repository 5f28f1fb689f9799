/** The project's source files and their syntax trees, for the tests that read code instead of running it. */
import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

export interface Source {
  /** Path from the project root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A node of the ESTree that oxc gives; only `type`, `start` and what a check asks for are looked at. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const CODE = /\.(ts|tsx|mjs)$/;

/** All files under the folders, code or not, without installed packages and generated ones. */
export function listFiles(folders: readonly string[]): string[] {
  const visit = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? visit(path) : [path];
    });
  return folders.flatMap(visit).sort();
}

/** All code under the folders. */
export function readSources(folders: readonly string[]): Source[] {
  return listFiles(folders)
    .filter((path) => CODE.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Path and line of an offset, as `shared/a.ts:3`. */
export function place(source: Source, offset: number): string {
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}`;
}

/** Calls `see` for every node with its parent. */
export function walk(source: Source, see: (node: SyntaxNode, parent: SyntaxNode | null) => void): void {
  const visit = (value: unknown, parent: SyntaxNode | null): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item, parent);
    } else if (isNode(value)) {
      see(value, parent);
      for (const key of Object.keys(value)) visit(value[key], value);
    }
  };
  visit(parseSync(source.path, source.text).program, null);
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
