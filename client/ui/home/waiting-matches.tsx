/** Own matches that can be gone on with, newest first. */
import { forgetMatch } from '../../net/tokens.ts';
import { Button } from '../components/button.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { goToMatch } from '../route.ts';
import { name, t } from '../text.ts';
import { mine } from './lobby-data.ts';

const MOST = 3;

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
            <span class="quiet">
              {match.seat === null ? t('ui.home.no-seat') : name(match.seat, 'actor')}
              {match.place === 'here' && ` · ${t('ui.here.match')}`}
            </span>
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
