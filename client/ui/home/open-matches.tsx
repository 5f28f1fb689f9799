/** Matches that anybody may join: who sits there, how long a turn is, and how many seats are free. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ListedMatch } from '../../net/http-api.ts';
import { Button } from '../components/button.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { Switch } from '../components/switch.tsx';
import { hasText, listOf, name, t } from '../text.ts';
import { join, loadOpenMatches, openMatches, scenarios } from './lobby-data.ts';
import { turnTime } from './turn-time.ts';

const REFRESH_MS = 10_000;
const SHORT_TURNS = 12;
type Filter = 'all' | 'short' | 'daily';

function fits(match: ListedMatch, filter: Filter): boolean {
  if (filter === 'short') return (scenarios.value.find((one) => one.id === match.settings.scenario)?.turns ?? 0) <= SHORT_TURNS;
  if (filter === 'daily') return (match.settings.turnSeconds ?? 0) >= 3600;
  return true;
}

/** Names of the mods of a match; those that are not installed here by their id. */
const modsTag = (ids: readonly string[]): string =>
  t('ui.home.mod-tag', { mods: listOf(ids.map((id) => (hasText(`mod.${id}`) ? t(`mod.${id}`) : id))) });

function Row({ match }: { match: ListedMatch }) {
  const free = match.seats.filter((seat) => seat.people.length === 0);
  const turns = scenarios.value.find((one) => one.id === match.settings.scenario)?.turns ?? 0;
  return (
    <li class="open-match">
      <div class="grow">
        <strong>{match.settings.name || name(match.settings.scenario, 'scenario')}</strong>{' '}
        {(match.settings.mods ?? []).length > 0 && <span class="tag">{modsTag(match.settings.mods ?? [])}</span>}
        <span class="quiet">
          {t('ui.home.match-line', { scenario: match.settings.scenario, turns, time: turnTime(match.settings.turnSeconds) })}
        </span>
        <span class="seal-row">
          {match.seats.map((seat) => (
            <Seal key={seat.seat} id={seat.seat} look={seat.people.length > 0 ? 'full' : 'open'} size={20} />
          ))}
        </span>
      </div>
      <div class="open-match-join">
        <Button onPress={() => void join(match.matchId, match.settings.scenario)}>{t('ui.home.join-button')}</Button>
        <span class="quiet">{t('ui.home.free', { n: free.length })}</span>
      </div>
    </li>
  );
}

export function OpenMatches() {
  const filter = useSignal<Filter>('all');
  useEffect(() => {
    void loadOpenMatches();
    const timer = setInterval(() => void loadOpenMatches(), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  const shown = (openMatches.value ?? []).filter((match) => fits(match, filter.value));
  return (
    <section aria-label={t('ui.home.open')}>
      <PanelTitle title={t('ui.home.open')}>
        <Switch
          label={t('ui.home.open')}
          value={filter.value}
          choices={(['all', 'short', 'daily'] as const).map((value) => ({ value, label: t(`ui.home.filter.${value}`) }))}
          onChoose={(value) => {
            filter.value = value;
          }}
        />
      </PanelTitle>
      {shown.length === 0 ? (
        <p class="empty">{t(openMatches.value === null ? 'ui.loading' : 'ui.home.none-open')}</p>
      ) : (
        <ul>
          {shown.map((match) => (
            <Row key={match.matchId} match={match} />
          ))}
        </ul>
      )}
    </section>
  );
}
