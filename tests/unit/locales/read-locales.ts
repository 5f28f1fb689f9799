/** Locale files and the message ids that code writes, as tests compare them. */
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';

const ROOT = new URL('../../../', import.meta.url);

export const LANGUAGES = ['en', 'de', 'zh', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Messages = Readonly<Record<string, string>>;

export const readMessages = (path: string): Messages =>
  JSON.parse(readFileSync(new URL(`assets/${path}`, ROOT), 'utf8')) as Messages;

/** Words of the rules in a language. */
export const rulesWords = (language: Language): Messages => readMessages(`locales/${language}/rules.json`);

/** Words of the rules and of the table: what ids in shared code may refer to. */
export const sharedWords = (language: Language): Messages => ({
  ...rulesWords(language),
  ...readMessages(`locales/${language}/table.json`),
});

const PREFIXES = 'report|reject|care|order|rule|word|condition|forecast|plan|phase|field|unit|stat|topic|system|metric|lever';
const LITERAL = new RegExp(`(['\`])((?:${PREFIXES})\\.(?:\\$\\{[^}]*\\}|[^'\`$\\n])+)\\1`, 'g');

/** An id in code: itself, the start of ids, or (with `${…}`) a shape of ids. */
export interface WrittenId {
  readonly id: string;
  readonly at: string;
}

/** Message ids in the TypeScript files under some folders of the project. */
export function writtenIds(folders: readonly string[]): WrittenId[] {
  const found: WrittenId[] = [];
  for (const folder of folders) {
    for (const file of readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(new URL(`${folder}/${file}`, ROOT), 'utf8');
      for (const match of text.matchAll(LITERAL)) found.push({ id: match[2] ?? '', at: `${folder}/${file}` });
    }
  }
  return found;
}

/** What the id stands for: a whole key, a key under a word's prefix, or a key of the template's shape. */
export function shapeOf(id: string): RegExp {
  const parts = id.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('[^.]+')}${id.startsWith('word.') && !id.includes('$') ? '(\\.[^.]+)?' : ''}$`);
}

/** Names of the arguments of a message, in order of the alphabet. */
export function argumentsOf(message: string, language: string): string[] {
  const names = new Set<string>();
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes as readonly { type: number; value?: unknown; options?: Record<string, { value: unknown[] }> }[]) {
      // 0 is plain text and 7 the number sign of a plural; all others name an argument.
      if (node.type !== 0 && node.type !== 7) names.add(String(node.value));
      for (const option of Object.values(node.options ?? {})) if (Array.isArray(option.value)) walk(option.value);
    }
  };
  walk(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...names].sort();
}
