/** Names of content: finds the word of an id among the kinds that may carry it. */
import { messageOf } from './words.ts';

const KINDS = [
  'actor',
  'chip',
  'tech',
  'law',
  'site',
  'bloc',
  'region',
  'ally',
  'line',
  'event',
  'branch',
  'role',
  'scenario',
  'order',
];

/** Kinds to try first for a parameter of this name, since one id may name a bloc and its government. */
function kindsFor(hint: string): string[] {
  const wanted = KINDS.filter((kind) => hint.toLowerCase().includes(kind));
  return [...wanted, ...KINDS.filter((kind) => !wanted.includes(kind))];
}

/** Chip and performance of a design made in play, or null for any other id. */
export function designOf(id: string): { chip: string; tpp: number } | null {
  const at = id.indexOf('@');
  return at < 0 ? null : { chip: id.slice(0, at), tpp: Number(id.slice(at + 1)) };
}

/** The name of an id in a language; the id itself when nothing names it. */
export function nameIn(lang: string, id: string, hint = ''): string {
  for (const kind of kindsFor(hint)) {
    const found = messageOf(lang, `${kind}.${id}`);
    if (found !== undefined) return found;
  }
  return id;
}
