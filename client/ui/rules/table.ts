/** A table of the rules page, and which of its rows a search finds. */
export interface RuleTable {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Language of the cells where it is not the reader's. */
  readonly lang?: string;
}

/** Tables with only the rows that hold every word of the query; a table whose title matches is kept whole. */
export function search(tables: readonly RuleTable[], query: string): RuleTable[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  if (words.length === 0) return [...tables];
  return tables
    .map((table) => (holds(table.title) ? table : { ...table, rows: table.rows.filter((row) => holds(row.join(' '))) }))
    .filter((table) => table.rows.length > 0);
}
