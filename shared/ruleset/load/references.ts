/** Checks that every reference leads to an entry, and names the nearest one where it does not. */
import { CONTENT_KINDS } from '../schema/ruleset.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type CheckedEntries, type CheckedEntry, sayInEntry } from './entries.ts';
import { KIND_WORDS } from './kind-words.ts';
import { REFERENCES } from './reference-table.ts';
import type { Path } from './source-file.ts';
import { didYouMean } from './suggest.ts';

export interface FoundReference {
  readonly path: Path;
  readonly id: string;
}

/** All references of one value along the steps of the table. */
export function referencesIn(value: unknown, steps: readonly string[], path: Path = []): FoundReference[] {
  const [step, ...rest] = steps;
  if (step === undefined) return typeof value === 'string' ? [{ path, id: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (step === '@keys') return Object.keys(value).map((id) => ({ path: [...path, id], id }));
  if (step !== '*') return referencesIn((value as Record<string, unknown>)[step], rest, [...path, step]);
  if (Array.isArray(value)) return value.flatMap((item, index) => referencesIn(item, rest, [...path, index]));
  return Object.entries(value).flatMap(([key, item]) => referencesIn(item, rest, [...path, key]));
}

export function checkReferences({ valid, known }: CheckedEntries, diagnostics: Diagnostic[]): void {
  for (const kind of CONTENT_KINDS) {
    for (const entry of valid.get(kind)?.values() ?? []) {
      for (const { path: steps, to } of REFERENCES[kind]) {
        for (const { path, id } of referencesIn(entry.value, steps)) {
          if (to.some((target) => known.get(target)?.has(id))) continue;
          const words = to.map((target) => KIND_WORDS[target]).join(' or ');
          const candidates = to.flatMap((target) => [...(known.get(target) ?? [])]);
          sayInEntry(entry, path, diagnostics, 'M006', `unknown ${words} "${id}"`, didYouMean(id, candidates).hint);
        }
      }
    }
  }
  for (const scenario of valid.get('scenarios')?.values() ?? []) checkLawSettings(scenario, valid, diagnostics);
}

/** Laws in force at the start name one of the settings of their law. */
function checkLawSettings(scenario: CheckedEntry, valid: CheckedEntries['valid'], diagnostics: Diagnostic[]): void {
  const { laws } = scenario.value as { laws: { law: string; setting: string }[] };
  laws.forEach(({ law, setting }, index) => {
    const found = valid.get('laws')?.get(law)?.value as { settings: { key: string }[] } | undefined;
    if (!found || found.settings.some(({ key }) => key === setting)) return;
    const keys = found.settings.map(({ key }) => key);
    const hint = didYouMean(setting, keys).hint ?? `one of ${keys.join(', ')}`;
    sayInEntry(scenario, ['laws', index, 'setting'], diagnostics, 'M006', `unknown setting "${setting}" of ${law}`, hint);
  });
}
