/** Reads an experiment file: every fault with its place, as in mods. */
import { type Diagnostic, sortDiagnostics } from '../ruleset/load/diagnostic.ts';
import { faultsOf } from '../ruleset/load/schema-issues.ts';
import { diagnosticAt, keyOffsetAt, offsetAt, plainValue, readSource } from '../ruleset/load/source-file.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { type Experiment, experimentSchema } from './experiment-file.ts';
import { checkReferences } from './experiment-references.ts';

export interface ReadExperiment {
  readonly experiment: Experiment | null;
  readonly diagnostics: readonly Diagnostic[];
}

export function readExperiment(name: string, text: string, ruleset: Ruleset): ReadExperiment {
  const diagnostics: Diagnostic[] = [];
  const source = readSource(name, text, diagnostics);
  const { root } = source;
  if (root === null || source.broken) return { experiment: null, diagnostics };
  const value = plainValue(root);
  const parsed = experimentSchema.safeParse(value);
  if (parsed.success) {
    checkReferences(parsed.data, ruleset, (path, code, message, hint) => {
      diagnostics.push(diagnosticAt(source, offsetAt(root, path), code, message, hint));
    });
  } else {
    for (const { path, key, code, message, hint } of faultsOf(experimentSchema, value, parsed.error)) {
      const offset = key === undefined ? offsetAt(root, path) : keyOffsetAt(root, path, key);
      diagnostics.push(diagnosticAt(source, offset, code, message, hint));
    }
  }
  const sound = parsed.success && diagnostics.length === 0;
  return { experiment: sound ? parsed.data : null, diagnostics: sortDiagnostics(diagnostics) };
}
