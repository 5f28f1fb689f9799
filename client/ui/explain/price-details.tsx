/** A price that unfolds into its parts where it stands, for dialogs, which cover the panel that other figures open. */
import { t } from '../text.ts';
import { type Explanation, inOnePrecision } from './explanation.ts';

export function PriceDetails({ explanation }: { explanation: Explanation }) {
  const { parts, total, value } = explanation;
  const write = inOnePrecision(explanation);
  return (
    <details class="price-details">
      <summary class="figures" data-why>
        {value} <span class="quiet">{t('ui.why')}</span>
      </summary>
      <table class="price-table">
        <tbody>
          {parts.map((part, at) => (
            <tr key={at}>
              <th scope="row">{part.label}</th>
              <td class="figures">{part.text ?? (part.amount === null ? '' : write(part.amount))}</td>
            </tr>
          ))}
        </tbody>
        {total !== null && (
          <tfoot>
            <tr>
              <th scope="row">{t('ui.why.sum')}</th>
              <td class="figures">{write(total)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </details>
  );
}
