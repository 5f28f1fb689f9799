/** What is wrong with a mod, where, and how to mend it. Codes are stable, so that tools and forum answers can name them. */

export const CODES = {
  M001: 'The file is empty or not valid JSON.',
  M002: 'A key stands twice in one object.',
  M003: 'A field is unknown.',
  M004: 'A value has the wrong type, is missing, fractional, out of range or badly formed.',
  M005: 'A word is not in the closed list of statistics, levers, conditions, outcomes or choices.',
  M006: 'A reference leads nowhere.',
  M007: 'Technologies require each other in a circle.',
  M008: 'No actor can ever reach the technology.',
  M009: 'An id or a text is defined twice.',
  M010: 'An id belongs to another mod.',
  M011: 'A key is forbidden because JavaScript gives it a meaning of its own.',
  M012: 'A file or mod is over its size, depth or count limit.',
  M013: 'The file type is not allowed in a mod.',
  M014: 'A path leaves the folder, or is a link.',
  M015: 'A text contains markup; it is shown as text.',
  M020: 'What the patch changes does not exist.',
  M021: 'Two patches clash.',
  M022: 'The patch did not find what it expects.',
  M023: 'The operation of the patch does not fit the field.',
  M030: 'The manifest is missing.',
  M031: 'The format number is not one that this game reads.',
  M032: 'A mod or game version that is required is not there.',
  M033: 'Mods require each other in a circle.',
  M034: 'Two mods can not be used together.',
} as const;
export type DiagnosticCode = keyof typeof CODES;

export interface Diagnostic {
  /** Mod and path, as `deep-audit/techs/a.json`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly code: DiagnosticCode;
  readonly message: string;
  /** What to do, where it can be guessed. */
  readonly hint?: string;
}

/** One line: `file:line:col error M006 message; hint`. */
export function formatDiagnostic({ file, line, column, severity, code, message, hint }: Diagnostic): string {
  return `${file}:${line}:${column} ${severity} ${code} ${message}${hint === undefined ? '' : `; ${hint}`}`;
}

/** By file, then position, then code; the same for every order of reading. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const text = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  return [...diagnostics].sort(
    (a, b) =>
      text(a.file, b.file) || a.line - b.line || a.column - b.column || text(a.code, b.code) || text(a.message, b.message),
  );
}
