/** What made a figure up: its parts as bars, and that they add up to it. */
import type { Cause, Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { t } from '../text.ts';
import { partText } from './cause-text.ts';
import type { ChainFigures } from './chain-figures.ts';
import { lineText } from './line-text.ts';
import { partsOf } from './lines.ts';

/** Words of the earlier line that a part stands for. */
function earlierLine(cause: Cause, byId: ReadonlyMap<string, Entry>, { line: withFigures }: ChainFigures): string | null {
  const line = cause.kind === 'entry' ? byId.get(cause.id)?.line : null;
  return line == null ? null : lineText(withFigures(line));
}

/** Parts below this read as nothing in any unit. */
const LEAST_PART = 0.05;

interface PartsProps {
  readonly entry: Entry;
  readonly state: KnownState;
  readonly byId: ReadonlyMap<string, Entry>;
  readonly figures: ChainFigures;
}

export function WhyParts({ entry, state, byId, figures }: PartsProps) {
  const { figure } = figures;
  // What took nothing explains nothing.
  const parts = partsOf(entry)?.filter(({ amount }) => Math.abs(amount) >= LEAST_PART) ?? [];
  if (parts.length < 2) return null;
  const most = Math.max(1e-9, ...parts.map((part) => Math.abs(part.amount)));
  return (
    <section class="why-parts">
      <h3>{t('ui.why.parts')}</h3>
      <table class="price-table">
        <tbody>
          {parts.map(({ cause, amount }, at) => (
            <tr key={at}>
              <th scope="row">{earlierLine(cause, byId, figures) ?? partText(cause, entry, state)}</th>
              <td aria-hidden="true">
                <span class={`price-bar ${amount < 0 ? 'off' : ''}`} style={{ width: `${(Math.abs(amount) / most) * 100}%` }} />
              </td>
              <td class="figures">{figure(amount, entry.unit)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ui.why.sum')}</th>
            <td />
            <td class="figures">{figure(entry.amount, entry.unit)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="quiet">{t('ui.why.adds-up')}</p>
    </section>
  );
}
