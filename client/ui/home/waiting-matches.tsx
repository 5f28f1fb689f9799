/** Own matches that can be gone on with, newest first. */
import { forgetMatch, type OwnMatch } from '../../net/tokens.ts';
import { Button } from '../components/button.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { goToMatch } from '../route.ts';
import { language } from '../text/language.ts';
import { name, quarter, t } from '../text.ts';
import { mine } from './lobby-data.ts';

const MOST = 3;
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "due in 3 hours"; null where nothing is due, or too soon to say. */
function dueText(dueMs: number | null | undefined): string | null {
  const left = (dueMs ?? 0) - Date.now();
  const unit = UNITS.find(([, size]) => left >= size);
  if (unit === undefined) return null;
  const when = new Intl.RelativeTimeFormat(language.value).format(Math.floor(left / unit[1]), unit[0]);
  // Kept together, so that the line breaks before it.
  return t('ui.home.due', { when }).replaceAll(' ', '\u00a0');
}

/** "DeepSeek · 2024 Q3 · due in 3 hours", as far as it is known here. */
function standing(match: OwnMatch): string {
  return [
    match.seat === null ? t('ui.home.no-seat') : name(match.seat, 'actor'),
    match.quarter === undefined ? null : quarter(match.quarter),
    dueText(match.dueMs),
    match.place === 'here' ? t('ui.here.match') : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

export function WaitingMatches() {
  if (mine.value.length === 0) return null;
  return (
    <section aria-label={t('ui.home.waiting')}>
      <PanelTitle title={t('ui.home.waiting')} />
      {mine.value.slice(0, MOST).map((match) => (
        <div key={match.matchId} class="waiting-match">
          {match.seat !== null && <Seal id={match.seat} look="you" size={38} />}
          <div class="grow">
            <strong>{name(match.scenario, 'scenario')}</strong>
            <span class="quiet">{standing(match)}</span>
          </div>
          <Button look="main" testId="resume" onPress={() => goToMatch(match.matchId)}>
            {t('ui.home.resume')}
          </Button>
          <Button
            look="quiet"
            icon="x"
            label={t('ui.home.forget')}
            onPress={() => {
              forgetMatch(match.matchId);
              mine.value = mine.value.filter((other) => other.matchId !== match.matchId);
            }}
          />
        </div>
      ))}
    </section>
  );
}
