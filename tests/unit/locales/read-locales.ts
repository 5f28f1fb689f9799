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

interface Part {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}
/** Plain text, and the number sign of a plural; all other parts name an argument. */
const [TEXT, NUMBER_SIGN] = [0, 7];

/** All parts of a message, those inside of choices as well. */
function partsOf(message: string, language: string): Part[] {
  const walk = (parts: readonly Part[]): Part[] =>
    parts.flatMap((part) => [part, ...Object.values(part.options ?? {}).flatMap(({ value }) => walk(value))]);
  return walk(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst() as readonly Part[]);
}

/** Names of the arguments of a message, in order of the alphabet. */
export const argumentsOf = (message: string, language: string): string[] =>
  [
    ...new Set(
      partsOf(message, language)
        .filter(({ type }) => type !== TEXT && type !== NUMBER_SIGN)
        .map(({ value }) => String(value)),
    ),
  ].sort();

/** Texts of a message, without what is put in. */
export const textsOf = (message: string, language: string): string[] =>
  partsOf(message, language).flatMap(({ type, value }) => (type === TEXT ? [String(value)] : []));
