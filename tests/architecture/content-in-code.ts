/** Finds content in code: what is true of one actor, bloc, chip or technology belongs to the ruleset. */
import { place, type Source, walk } from './sources.ts';

/** Short names below this length collide with ordinary words. */
const SHORTEST_NAME = 5;

/** Strings of a file that name content: ids of the namespace, and short names of the ids given. */
export function contentInCode(source: Source, namespace: string, ids: readonly string[]): string[] {
  const shortNames = ids.map((id) => id.slice(id.indexOf(':') + 1)).filter((name) => name.length >= SHORTEST_NAME);
  const anyId = new RegExp(`(^|[^\\w-])${namespace}:[a-z0-9]`);
  const anyName = shortNames.length > 0 ? new RegExp(`(^|[^\\w-])(${shortNames.join('|')})(?![\\w-])`, 'i') : null;
  const found: string[] = [];
  walk(source, (node, parent) => {
    if (parent !== null && /^(Import|Export)/.test(parent.type)) return;
    const text = textOf(node.type, node.value);
    if (text !== null && (anyId.test(text) || anyName?.test(text))) found.push(`${place(source, node.start)} ${text.trim()}`);
  });
  return found;
}

function textOf(type: string, value: unknown): string | null {
  if ((type === 'Literal' || type === 'JSXText') && typeof value === 'string') return value;
  return type === 'TemplateElement' ? String((value as { raw: string }).raw) : null;
}
