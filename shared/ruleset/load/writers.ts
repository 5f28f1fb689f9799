/** Who wrote what: the mod and place of every entry, and of every field that a patch changed. */
import type { CheckedEntries, CheckedEntry } from './entries.ts';
import { diagnosticAt, type SourceFile } from './source-file.ts';

export interface Writer {
  readonly mod: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `define` for the entry itself, else the operation of the patch. */
  readonly op: string;
}

/** By `kind id` for entries and `kind id path` for patched fields. */
export type Writers = Readonly<Record<string, readonly Writer[]>>;

export function writersOf({ valid }: CheckedEntries): Writers {
  const writers: Record<string, Writer[]> = {};
  for (const entries of valid.values()) {
    for (const entry of entries.values()) addWriters(writers, entry);
  }
  return writers;
}

function addWriters(writers: Record<string, Writer[]>, { kind, id, mod, source, node, patched }: CheckedEntry): void {
  writers[`${kind} ${id}`] = [writer(mod, source, node.offset, 'define')];
  for (const { path, by } of patched) {
    const key = `${kind} ${id} ${path.join('.')}`;
    writers[key] = [...(writers[key] ?? []), writer(by.mod, by.source, by.node.offset, by.patch.op)];
  }
}

function writer(mod: string, source: SourceFile, offset: number, op: string): Writer {
  const { file, line, column } = diagnosticAt(source, offset, 'M001', '');
  return { mod, file, line, column, op };
}
