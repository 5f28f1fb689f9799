/** Finds what would make the rules differ between machines: inexact maths, clocks, locales, randomness and the host. */
import { place, type Source, type SyntaxNode, walk } from './sources.ts';

const EXACT_MATH = new Set(['floor', 'ceil', 'round', 'trunc', 'abs', 'min', 'max', 'sign', 'sqrt', 'imul']);
const IMPURE_NAMES = new Set([
  ...['Date', 'performance', 'crypto', 'Intl', 'structuredClone', 'globalThis', 'window', 'document', 'process'],
  ...['navigator', 'setTimeout', 'setInterval', 'queueMicrotask', 'fetch', 'console', 'WeakRef', 'Temporal'],
]);
const IMPURE_MEMBERS = new Set(['localeCompare', 'toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase']);

/** Impurities of a file, each with its place. */
export function impurities(source: Source): string[] {
  const found: string[] = [];
  walk(source, (node, parent) => {
    const fault = faultOf(node, parent);
    if (fault !== null) found.push(`${place(source, node.start)} ${fault}`);
  });
  return found;
}

function faultOf(node: SyntaxNode, parent: SyntaxNode | null): string | null {
  if (node.operator === '**' || node.operator === '**=') return 'operator **';
  if (node.type === 'MemberExpression') {
    const member = memberName(node);
    return member !== null && IMPURE_MEMBERS.has(member) ? member : null;
  }
  if (node.type !== 'Identifier' || isOnlyAName(node, parent)) return null;
  const name = String(node.name);
  if (name !== 'Math') return IMPURE_NAMES.has(name) ? name : null;
  const member = parent?.type === 'MemberExpression' && parent.object === node ? memberName(parent) : null;
  return member !== null && EXACT_MATH.has(member) ? null : `Math.${member ?? '?'}`;
}

/** Name of a member that is written out, as in `a.b` and `a['b']`. */
function memberName(node: SyntaxNode): string | null {
  const property = node.property as SyntaxNode;
  if (!node.computed) return String(property.name);
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : null;
}

/** An identifier that refers to nothing: a member after the dot, or a key. */
function isOnlyAName(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (parent === null || parent.computed) return false;
  if (parent.type === 'MemberExpression') return parent.property === node;
  if (parent.type === 'Property') return parent.key === node && !parent.shorthand;
  return parent.key === node && /^(TSPropertySignature|TSMethodSignature|PropertyDefinition|MethodDefinition)$/.test(parent.type);
}
