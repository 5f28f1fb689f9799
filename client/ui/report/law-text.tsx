/** A law as it stands: who made it, against whom, how strict, since when and until when, and what its lever does. */
import { name, t } from '../text.ts';
import type { KnownLaw } from './answer.ts';

export function LawText({ law, onClose }: { law: KnownLaw; onClose: () => void }) {
  const rows: readonly (readonly [string, string])[] = [
    [t('ui.law.by'), name(law.by, 'actor')],
    [t('ui.law.target'), name(law.target)],
    [t('ui.law.setting'), t(`law.${law.law}.${law.setting.key}`)],
    [t('ui.law.force'), t('ui.quarter', { atTurn: law.forceTurn })],
    ...(law.untilTurn === null ? [] : [[t('ui.law.until'), t('ui.quarter', { atTurn: law.untilTurn })] as const]),
  ];
  return (
    <section class="why-law" data-testid="law-text" aria-label={t('ui.why.law')}>
      <strong>{name(law.law, 'law')}</strong>
      <p>{t(`lever.${law.lever}.text`)}</p>
      <dl>
        {rows.map(([term, value]) => (
          <>
            <dt class="quiet">{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      <button type="button" class="link" onClick={onClose}>
        {t('ui.close')}
      </button>
    </section>
  );
}
