/** The frame of a table of the world: caption, columns by their words, and rows that are picked as on the map. */
import type { ComponentChildren } from 'preact';
import { t } from '../text.ts';
import { picked } from './layout.ts';
import { map } from './map-state.ts';

export interface WorldTableProps {
  /** Ids of words. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** Says that there is no row. */
  readonly empty?: string;
  readonly children: readonly ComponentChildren[];
}

export function WorldTable({ caption, columns, empty, children }: WorldTableProps) {
  return (
    <table class="figures-table">
      <caption>{t(caption)}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`ui.list.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {children.length === 0 && empty !== undefined && (
          <tr>
            <td colSpan={columns.length}>{t(empty)}</td>
          </tr>
        )}
        {children}
      </tbody>
    </table>
  );
}

/** The first cell of a row: what is picked in the list has the ring on the map. */
export function PickCell({ id, children }: { id: string; children: ComponentChildren }) {
  const pick = (): void => {
    picked.value = id;
    map.peek()?.focus(id);
  };
  return (
    <th scope="row">
      <button type="button" class="link" aria-pressed={picked.value === id} onClick={pick}>
        {children}
      </button>
    </th>
  );
}
