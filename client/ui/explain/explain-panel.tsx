/** The panel that opens beside the screen for a figure: its value, the parts that add up to it, and the rule. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '#shared/state/ledger.ts';
import { Icon } from '../components/icon.tsx';
import { useKeys } from '../keys.ts';
import { useSession } from '../match/session.ts';
import { WhyPanel } from '../report/why-panel.tsx';
import { t } from '../text.ts';
import { type ExplainedPart, type Explanation, explained, inOnePrecision } from './explanation.ts';

interface RowProps {
  readonly part: ExplainedPart;
  readonly write: (amount: number) => string;
  readonly onOpen: (entry: Entry) => void;
}

function Row({ part, write, onOpen }: RowProps) {
  const { entry } = part;
  return (
    <tr>
      <th scope="row">
        {entry === undefined ? (
          part.label
        ) : (
          <button type="button" class="link" onClick={() => onOpen(entry)}>
            {part.label}
          </button>
        )}
      </th>
      <td class="figures">{part.text ?? (part.amount === null ? '' : write(part.amount))}</td>
    </tr>
  );
}

/** Whether the figure as it stands on screen is the sum of the parts. */
const stands = ({ total, value, format }: Explanation): boolean => total !== null && value === format(total);

function Panel({ explanation, onClose }: { explanation: Explanation; onClose: () => void }) {
  const session = useSession();
  const opened = useSignal<Entry | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    opened.value = null;
    head.current?.focus();
  }, [explanation.title, explanation.value]);
  useKeys({
    Escape: () => {
      if (opened.value === null) onClose();
      else opened.value = null;
    },
  });
  const write = inOnePrecision(explanation);
  if (opened.value !== null) {
    return (
      <WhyPanel
        entry={opened.value}
        entries={session.client.view.value?.report ?? []}
        onClose={() => {
          opened.value = null;
        }}
      />
    );
  }
  return (
    <aside class="why on-paper" aria-label={t('ui.why')} data-testid="explain" data-region tabIndex={-1}>
      <header class="why-head">
        <span class="why-mark">{t('ui.why')}</span>
        <button type="button" class="icon-button" aria-label={t('ui.close')} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      <h2 class="serif" ref={head} tabIndex={-1}>
        {explanation.title}: {stands(explanation) ? write(explanation.total ?? 0) : explanation.value}
      </h2>
      <p class="explain-rule">{explanation.rule}</p>
      {explanation.parts.length > 0 && (
        <table class="price-table figure-parts">
          <tbody>
            {explanation.parts.map((part, at) => (
              <Row key={at} part={part} write={write} onOpen={(entry) => (opened.value = entry)} />
            ))}
          </tbody>
          {explanation.total !== null && (
            <tfoot>
              <tr>
                <th scope="row">{t('ui.why.sum')}</th>
                <td class="figures">{write(explanation.total)}</td>
              </tr>
            </tfoot>
          )}
        </table>
      )}
      <p>
        <a href="#/rules" target="_blank" rel="noopener">
          {t('ui.rules.open')}
        </a>
      </p>
    </aside>
  );
}

export function ExplainPanel() {
  const asked = explained.value;
  if (asked === null) return null;
  return (
    <div class="figure-why">
      <Panel
        explanation={asked.explain()}
        onClose={() => {
          explained.value = null;
          asked.from?.focus();
        }}
      />
    </div>
  );
}
