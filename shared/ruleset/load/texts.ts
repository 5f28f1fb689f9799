/** Merges texts by language and switches of systems; two mods that write the same one clash unless one comes after. */
import { SYSTEM_IDS, type SystemId } from '../catalogue.ts';
import type { PlacedSwitch, PlacedText, Written } from './content.ts';
import type { Diagnostic } from './diagnostic.ts';
import { sayAt } from './entries.ts';
import type { ModOrder } from './mod-order.ts';
import { diagnosticAt } from './source-file.ts';

export type Locales = Record<string, Record<string, string>>;

/** Texts by language, then key, both in code-unit order. */
export function mergeTexts(texts: readonly PlacedText[], order: ModOrder, diagnostics: Diagnostic[]): Locales {
  const chosen = lastOfEach(
    texts,
    ({ language, key }) => `${language} ${key}`,
    ({ key }) => `the text "${key}"`,
    order,
    diagnostics,
  );
  const locales: Locales = {};
  for (const name of [...chosen.keys()].sort()) {
    const found = chosen.get(name);
    if (!found) continue;
    locales[found.language] = { ...locales[found.language], [found.key]: found.text };
  }
  return locales;
}

/** All systems are on unless a mod switches one off. */
export function mergeSwitches(
  switches: readonly PlacedSwitch[],
  order: ModOrder,
  diagnostics: Diagnostic[],
): Record<SystemId, boolean> {
  const chosen = lastOfEach(
    switches,
    ({ system }) => system,
    ({ system }) => `the system "${system}"`,
    order,
    diagnostics,
  );
  return Object.fromEntries(SYSTEM_IDS.map((system) => [system, chosen.get(system)?.on ?? true])) as Record<SystemId, boolean>;
}

function lastOfEach<T extends Written>(
  all: readonly T[],
  nameOf: (one: T) => string,
  wordsFor: (one: T) => string,
  order: ModOrder,
  diagnostics: Diagnostic[],
): Map<string, T> {
  const chosen = new Map<string, T>();
  for (const one of [...all].sort((a, b) => order.compare(a, b))) {
    const before = chosen.get(nameOf(one));
    if (before && !order.isAfter(one.mod, before.mod)) {
      const { file, line, column } = diagnosticAt(before.source, before.node.offset, 'M009', '');
      const same = before.mod === one.mod;
      const hint = same ? 'keep one of them' : `list ${before.mod} in "after"`;
      sayAt(one, [], diagnostics, same ? 'M009' : 'M021', `${wordsFor(one)} is also written at ${file}:${line}:${column}`, hint);
    }
    chosen.set(nameOf(one), one);
  }
  return chosen;
}
