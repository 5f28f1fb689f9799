/** Turns what zod found into diagnostics in plain words, at the place in the file. */
import type { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { fieldsAt } from './schema-walk.ts';
import type { Path } from './source-file.ts';
import { didYouMean } from './suggest.ts';

type Issue = z.core.$ZodIssue;

export interface Fault extends Pick<Diagnostic, 'code' | 'message' | 'hint'> {
  readonly path: Path;
  /** Set when the fault is the key itself, not its value. */
  readonly key?: string;
}

const LIST_WORDS: Readonly<Record<string, string>> = {
  stat: 'statistic',
  metric: 'metric',
  condition: 'condition',
  outcome: 'outcome',
  lever: 'lever',
  levers: 'lever',
};

/** Faults of one value against its schema, unknown fields first by name. */
export function faultsOf(schema: z.ZodType, value: unknown, error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue) => faultsOfIssue(schema, value, issue));
}

function faultsOfIssue(schema: z.ZodType, value: unknown, issue: Issue): Fault[] {
  const path = issue.path as Path;
  if (issue.code === 'unrecognized_keys') {
    const known = fieldsAt(schema, path);
    return issue.keys.map((key) => ({ path, key, code: 'M003', message: `unknown field "${key}"`, ...didYouMean(key, known) }));
  }
  const name = String(path[path.length - 1] ?? 'value');
  const found = valueAt(value, path);
  if (found === undefined) return [{ path: path.slice(0, -1), code: 'M004', message: `the field "${name}" is missing` }];
  if (issue.code === 'invalid_key') {
    return [
      {
        path: path.slice(0, -1),
        key: name,
        code: 'M004',
        message: `the key "${name}" is not well formed`,
        hint: issueHint(issue),
      },
    ];
  }
  if (issue.code === 'invalid_value' && typeof found === 'string') {
    const word = LIST_WORDS[listName(path)] ?? `choice for "${listName(path)}"`;
    const choices = issue.values.map(String);
    const near = didYouMean(found, choices);
    const hint = near.hint ?? (choices.length <= 12 ? `one of ${choices.join(', ')}` : undefined);
    return [{ path, code: 'M005', message: `unknown ${word} "${found}"`, ...(hint === undefined ? {} : { hint }) }];
  }
  return [{ path, code: 'M004', message: `"${listName(path)}" ${wordsOf(issue, found)}` }];
}

/** Name of the field that holds the value, past list positions. */
function listName(path: Path): string {
  const names = path.filter((step) => typeof step === 'string');
  return names[names.length - 1] ?? 'value';
}

function wordsOf(issue: Issue, found: unknown): string {
  if (issue.code === 'invalid_type') {
    if (issue.expected === 'int' && typeof found === 'number') return `must be a whole number, not ${found}`;
    return `must be ${typeWord(issue.expected)}, not ${typeWord(typeName(found))}`;
  }
  if (issue.code === 'too_small') return `${sizeWord(issue.origin)} at least ${issue.minimum}${foundWord(found)}`;
  if (issue.code === 'too_big') return `${sizeWord(issue.origin)} at most ${issue.maximum}${foundWord(found)}`;
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}${foundWord(found)}`;
  return `is not well formed: ${issue.message}`;
}

function issueHint(issue: Extract<Issue, { code: 'invalid_key' }>): string {
  return issue.issues[0]?.message ?? issue.message;
}

function sizeWord(origin: string): string {
  if (origin === 'string') return 'must have a length of';
  return origin === 'array' ? 'must have a count of' : 'must be';
}

function foundWord(found: unknown): string {
  return typeof found === 'number' ? `, not ${found}` : '';
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function typeWord(type: string): string {
  const words: Readonly<Record<string, string>> = {
    int: 'a whole number',
    number: 'a number',
    string: 'a text',
    boolean: 'true or false',
    array: 'a list',
    tuple: 'a list',
    object: 'an object',
    record: 'an object',
  };
  return words[type] ?? type;
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const step of path)
    at = typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined;
  return at;
}
