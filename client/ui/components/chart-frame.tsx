/** A chart with its sentence, the same as a table, and a picture to take away: the frame of every chart of the game. */
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { Button } from './button.tsx';
import { savePicture } from './chart-picture.ts';

export interface ChartRows {
  /** Heading of the first column and of the others. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChartFrameProps {
  /** Says in a sentence what the chart shows. */
  readonly title: string;
  readonly sub?: string;
  readonly table: () => ChartRows;
  readonly testId?: string | undefined;
  /** Small, inside a panel: the sentence stands under the heading of the panel. */
  readonly small?: boolean;
  readonly children: ComponentChildren;
}

export function ChartTable({ title, table }: { title: string; table: ChartRows }) {
  return (
    <div class="scroll-x" tabIndex={0}>
      <table class="figures-table">
        <caption class="hidden-text">{title}</caption>
        <thead>
          <tr>
            {table.head.map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key="0" scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={column} class="figures">
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ChartFrame({ title, sub, table, testId, small = false, children }: ChartFrameProps) {
  const asTable = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  const Heading = 'h2';
  return (
    <figure class={small ? 'chart chart-small' : 'chart'} data-testid={testId}>
      <figcaption class="chart-head">
        <Heading class="serif">{title}</Heading>
        {sub !== undefined && <p class="quiet">{sub}</p>}
        <span class="chart-tools">
          {!asTable.value && (
            <Button
              icon="download"
              label={t('ui.chart.save', { title })}
              testId="chart-save"
              onPress={() => void savePicture(place.current?.querySelector('svg') ?? null, title)}
            />
          )}
          <Button
            icon={asTable.value ? 'chart-line' : 'table'}
            label={t(asTable.value ? 'ui.chart.chart' : 'ui.chart.table')}
            testId="chart-table"
            onPress={() => {
              asTable.value = !asTable.value;
            }}
          />
        </span>
      </figcaption>
      {asTable.value ? <ChartTable title={title} table={table()} /> : <div ref={place}>{children}</div>}
    </figure>
  );
}
