/** Checks values whose range stands elsewhere: effects by the catalogue of statistics, parameters by their own bounds. */
import { STATS, type StatInfo } from '../catalogue.ts';
import type { Parameter } from '../schema/scenario.ts';
import type { Tech } from '../schema/technology.ts';
import type { Diagnostic } from './diagnostic.ts';
import { type CheckedEntries, sayInEntry } from './entries.ts';

export function checkRanges({ valid }: CheckedEntries, diagnostics: Diagnostic[]): void {
  for (const entry of valid.get('techs')?.values() ?? []) {
    (entry.value as Tech).effects.forEach(({ stat, value }, index) => {
      const { min, max, unit }: StatInfo = STATS[stat];
      if (value >= min && value <= max) return;
      const message = `"value" of ${stat} must be from ${min} to ${max} (${unit}), not ${value}`;
      sayInEntry(entry, ['effects', index, 'value'], diagnostics, 'M004', message);
    });
  }
  for (const entry of valid.get('parameters')?.values() ?? []) {
    const { value, min, max } = entry.value as Parameter;
    if (value >= min && value <= max) continue;
    sayInEntry(entry, ['value'], diagnostics, 'M004', `"value" must be from ${min} to ${max}, not ${value}`);
  }
}
