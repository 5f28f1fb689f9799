/** A JSONC file read so that every value keeps its position; duplicates, forbidden keys and bombs are found on the way. */
import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  type ParseErrorCode,
  parseTree,
  printParseErrorCode,
  type SyntaxKind,
} from 'jsonc-parser';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
import { LIMITS } from './limits.ts';

export type Path = readonly (string | number)[];

/** A file with its syntax tree; `root` is missing when nothing could be read, `broken` when only a part could. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  readonly root: Node | null;
  readonly broken: boolean;
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);
const OPEN_BRACE = 1 satisfies SyntaxKind.OpenBraceToken;
const CLOSE_BRACE = 2 satisfies SyntaxKind.CloseBraceToken;
const OPEN_BRACKET = 3 satisfies SyntaxKind.OpenBracketToken;
const CLOSE_BRACKET = 4 satisfies SyntaxKind.CloseBracketToken;
const END = 17 satisfies SyntaxKind.EOF;

/** Reads a file; what is wrong with its text is added to `diagnostics`. */
export function readSource(name: string, text: string, diagnostics: Diagnostic[]): SourceFile {
  const nothing = { name, text, root: null, broken: true };
  const say = (offset: number, code: DiagnosticCode, message: string, hint?: string) =>
    diagnostics.push(diagnosticAt(nothing, offset, code, message, hint));
  if (text.length > LIMITS.fileBytes) {
    say(0, 'M012', `the file has more than ${LIMITS.fileBytes} characters`, 'split it');
    return nothing;
  }
  if (text.trim() === '') {
    say(0, 'M001', 'the file is empty');
    return nothing;
  }
  const tooDeep = offsetOverDepth(text);
  if (tooDeep !== null) {
    say(tooDeep, 'M012', `values are nested more than ${LIMITS.depth} deep`);
    return nothing;
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true }) ?? null;
  for (const { error, offset } of errors.slice(0, 1)) say(offset, 'M001', `not valid JSON: ${parseErrorWords(error)}`);
  if (root) checkKeys(root, say);
  return { name, text, root, broken: root === null || errors.length > 0 };
}

/** A diagnostic at an offset of a file. */
export function diagnosticAt(
  file: Pick<SourceFile, 'name' | 'text'>,
  offset: number,
  code: DiagnosticCode,
  message: string,
  hint?: string,
  severity: Diagnostic['severity'] = 'error',
): Diagnostic {
  const before = file.text.slice(0, offset);
  const line = before.split('\n').length;
  const column = offset - before.lastIndexOf('\n');
  return { file: file.name, line, column, severity, code, message, ...(hint === undefined ? {} : { hint }) };
}

/** Value of a node as plain data; forbidden keys are left out, of duplicates the last counts, -0 becomes 0. */
export function plainValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(plainValue);
  if (node.type !== 'object') return node.value === 0 ? 0 : node.value;
  const record: Record<string, unknown> = {};
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key && value && !FORBIDDEN_KEYS.has(key.value)) record[key.value] = plainValue(value);
  }
  return record;
}

/** Offset of the value at a path below a node, or of its nearest ancestor that exists. */
export function offsetAt(node: Node, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const found = findNodeAtLocation(node, path.slice(0, length));
    if (found) return found.offset;
  }
  return node.offset;
}

/** Offset of a key of the object at a path. */
export function keyOffsetAt(node: Node, path: Path, key: string): number {
  const parent = findNodeAtLocation(node, [...path]) ?? node;
  const property = parent.children?.find(({ children }) => children?.[0]?.value === key);
  return property?.offset ?? parent.offset;
}

function offsetOverDepth(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) depth += 1;
    if (token === CLOSE_BRACE || token === CLOSE_BRACKET) depth -= 1;
    if (depth > LIMITS.depth) return scanner.getTokenOffset();
  }
  return null;
}

function checkKeys(node: Node, say: (offset: number, code: DiagnosticCode, message: string) => void): void {
  if (node.type === 'object') {
    const seen = new Set<string>();
    for (const { children: [key] = [] } of node.children ?? []) {
      if (!key) continue;
      const name = String(key.value);
      if (FORBIDDEN_KEYS.has(name)) say(key.offset, 'M011', `the key "${name}" is forbidden`);
      else if (seen.has(name)) say(key.offset, 'M002', `the key "${name}" stands twice in this object`);
      seen.add(name);
    }
  }
  for (const child of node.children ?? []) checkKeys(child, say);
}

/** `close brace expected` of `CloseBraceExpected`. */
function parseErrorWords(error: ParseErrorCode): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
