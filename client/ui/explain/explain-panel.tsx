/** The panel that opens beside the screen for a figure: its value, the parts that add up to it, and the rule. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '#shared/state/ledger.ts';
import { Icon } from '../components/icon.tsx';
import { useKeys } from '../keys.ts';
import { useSession } from '../match/session.ts';
import { WhyPanel } from '../report/why-panel.tsx';
import { t } from '../text.ts';
import { type ExplainedPart, type Explanation, explained } from './explanation.ts';

function Row({ part, explanation, onOpen }: { part: ExplainedPart; explanation: Explanation; onOpen: (entry: Entry) => void }) {
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
      <td class="figures">{part.text ?? (part.amount === null ? '' : explanation.format(part.amount))}</td>
    </tr>
  );
}

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
        {explanation.title}: {explanation.value}
      </h2>
      <p class="explain-rule">{explanation.rule}</p>
      {explanation.parts.length > 0 && (
        <table class="price-table figure-parts">
          <tbody>
            {explanation.parts.map((part, at) => (
              <Row key={at} part={part} explanation={explanation} onOpen={(entry) => (opened.value = entry)} />
            ))}
          </tbody>
          {explanation.total !== null && (
            <tfoot>
              <tr>
                <th scope="row">{t('ui.why.sum')}</th>
                <td class="figures">{explanation.format(explanation.total)}</td>
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
