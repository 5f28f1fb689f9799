/** Who may import whom, as the table of the architecture says; there is no list of exceptions. */
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { place, type Source } from './sources.ts';

/** Layers of `shared`, lowest first; a row may import its own folders and those of the rows before it. */
const SHARED_ROWS: readonly (readonly string[])[] = [
  ['shared/util'],
  ['shared/ruleset'],
  ['shared/state'],
  ['shared/rules'],
  ['shared/bots', 'shared/replay', 'shared/experiment', 'shared/protocol', 'shared/match'],
];

/** Packages that `shared` may use, and where. */
const SHARED_PACKAGES: Readonly<Record<string, string>> = {
  zod: 'shared',
  '@noble/hashes': 'shared',
  'jsonc-parser': 'shared/ruleset/load',
  'simple-statistics': 'shared/experiment',
};
const NOT_IN_CLIENT = /^(node:|express|kysely|pino|commander|bullmq|ioredis|@colyseus\/(core|ws-transport|testing))/;
const NOT_IN_SERVER = /^(phaser|preact|@preact\/|@observablehq\/|@fontsource|lucide-static)/;

/**
 * Runs when the client is built, not in the browser: a layer of its own that sees Node, packages and the reader of mod
 * folders, with which it makes the base ruleset a file of the client.
 */
const CLIENT_BUILD = /^client\/(build\/|vite\.config\.ts)/;
const MOD_READERS = ['server/content/read-mod-folder.ts', 'server/content/installed-mods.ts'];

interface Import {
  readonly target: string;
  readonly offset: number;
}

/** Violations of the table, each with its place. */
export function layerViolations(sources: readonly Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ target, offset }) => {
      const fault = faultOf(source.path, target);
      return fault === null ? [] : [`${place(source, offset)} ${fault}`];
    }),
  );
}

/** Folders of one row that import each other in a circle, as `a -> b -> a`. */
export function folderCycles(sources: readonly Source[]): string[] {
  const edges = new Map<string, Set<string>>();
  for (const source of sources) {
    const from = folderOf(source.path);
    for (const { target } of importsOf(source)) {
      const to = folderOf(target);
      if (to !== from && to.startsWith('shared/')) edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  const cycles: string[] = [];
  const follow = (folder: string, trail: readonly string[]): void => {
    if (trail.includes(folder)) {
      if (trail[0] === folder) cycles.push([...trail, folder].join(' -> '));
      return;
    }
    for (const next of edges.get(folder) ?? []) follow(next, [...trail, folder]);
  };
  for (const folder of edges.keys()) follow(folder, []);
  return cycles;
}

function faultOf(path: string, target: string): string | null {
  const [top] = path.split('/');
  const ours = /^(shared|server|client|assets|tests|tools)\//.test(target);
  // What writes committed data runs after the packages are there; what starts the game runs before.
  if (path.startsWith('tools/build-')) return /^(server|tests)\//.test(target) ? `tools may not import ${target}` : null;
  if (top === 'tools') return /^(node:|tools\/)/.test(target) ? null : `tools may import Node and tools only, not ${target}`;
  if (top === 'server') {
    if (/^(client|tests|tools)\//.test(target)) return `server may not import ${target}`;
    return NOT_IN_SERVER.test(target) ? `server may not import ${target}` : null;
  }
  if (top === 'client' && CLIENT_BUILD.test(path)) {
    return ours && !CLIENT_BUILD.test(target) && !MOD_READERS.includes(target)
      ? `the build of the client may not import ${target}`
      : null;
  }
  if (top === 'client') {
    if (CLIENT_BUILD.test(target)) return `the running client may not import ${target}`;
    if (/^(server|tests|tools)\//.test(target)) return `client may not import ${target}`;
    return NOT_IN_CLIENT.test(target) ? `client may not import ${target}` : null;
  }
  return ours ? sharedFault(path, target) : packageFault(path, target);
}

function sharedFault(path: string, target: string): string | null {
  const rowOf = (file: string) => SHARED_ROWS.findIndex((row) => row.includes(folderOf(file)));
  const [from, to] = [rowOf(path), rowOf(target)];
  if (from < 0) return `${folderOf(path)} is not a folder of the table`;
  return to >= 0 && to <= from ? null : `${folderOf(path)} may not import ${target}`;
}

function packageFault(path: string, target: string): string | null {
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
  const place = SHARED_PACKAGES[name];
  return place !== undefined && path.startsWith(`${place}/`) ? null : `${folderOf(path)} may not import the package ${target}`;
}

/** `shared/rules` of `shared/rules/orders/buy.ts`. */
function folderOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** Static, re-exporting and dynamic imports; own files as paths from the root, packages as they are written. */
function importsOf(source: Source): Import[] {
  const { module } = parseSync(source.path, source.text);
  const found = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest ?? [])),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      start,
      value: source.text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
    })),
  ];
  return found.map(({ value, start }) => ({ target: resolveTarget(source.path, value), offset: start }));
}

function resolveTarget(path: string, specifier: string): string {
  const [bare = ''] = specifier.split('?');
  if (bare.startsWith('#')) return bare.slice(1);
  return bare.startsWith('.') ? posix.join(posix.dirname(path), bare) : bare;
}
