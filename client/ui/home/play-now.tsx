/** The one button to play: the suggested seat of the shortest scenario, against bots; any other seat is one press away. */
import { useSignal } from '@preact/signals';
import type { Place } from '../../net/places.ts';
import { ownMatches } from '../../net/tokens.ts';
import { Button } from '../components/button.tsx';
import { Radio } from '../components/radio.tsx';
import { Seal } from '../components/seal.tsx';
import { useKeys } from '../keys.ts';
import { dropLesson, startLesson } from '../learn/lesson.ts';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { busy, create, reach, shortest, usualPlace } from './lobby-data.ts';

/** Seats in the order shown: the suggested one first, then its bloc, then the others. */
function ordered(seats: readonly string[], suggested: string): string[] {
  const bloc = (seat: string): string => ruleset.value?.actors[seat]?.bloc ?? '';
  const rank = (seat: string): number => (seat === suggested ? 0 : bloc(seat) === bloc(suggested) ? 1 : 2);
  return [...seats].sort((a, b) => rank(a) - rank(b));
}

export function PlayNow() {
  const chosen = useSignal<string | null>(null);
  const scenario = shortest();
  const seat = chosen.value ?? scenario?.suggestedSeat ?? null;
  const start = (place: Place = usualPlace()): void => {
    if (scenario === undefined) return;
    // Whoever has never played has the coach at hand from the first button.
    if (ownMatches().length === 0) startLesson('open');
    void create(
      { name: '', scenario: scenario.id, turnSeconds: null, listed: false, botLevel: 'normal', openTable: false },
      seat,
      true,
      place,
    ).then(() => {
      if (!location.hash.startsWith('#/match/')) dropLesson();
    });
  };
  useKeys({ Enter: () => start() });
  return (
    <section class="play-now on-paper" aria-labelledby="play-now">
      <div class="play-now-top">
        <div>
          <h2 id="play-now">{t('ui.home.play-now')}</h2>
          <p>{t('ui.home.play-now.text', { turns: scenario?.turns ?? 8 })}</p>
        </div>
        <Button
          look="main"
          keys={t('ui.key.enter')}
          busy={busy.value}
          off={scenario === undefined ? t('ui.loading') : null}
          testId="start-button"
          onPress={() => start()}
        >
          {t('ui.home.start')}
        </Button>
      </div>
      {scenario !== undefined && (
        <div class="play-now-seats">
          <span id="your-seat" class="label">
            {t('ui.home.your-seat')}
          </span>
          <div class="seat-picks" role="radiogroup" aria-labelledby="your-seat">
            {ordered(scenario.seats, scenario.suggestedSeat).map((id) => (
              <Radio
                key={id}
                group="play-now-seat"
                value={id}
                checked={id === seat}
                class="seat-pick"
                label={name(id, 'actor')}
                testId={`seat-${id}`}
                onChoose={() => {
                  chosen.value = id;
                }}
              >
                <Seal id={id} look={id === seat ? 'full' : 'outline'} size={30} named />
              </Radio>
            ))}
          </div>
          <span class="seat-said" aria-live="polite">
            {seat !== null && <strong>{name(seat, 'actor')}</strong>}
            {seat === scenario.suggestedSeat ? t('ui.home.good-first') : roleLine(seat)}
          </span>
          {reach.value === 'server' && (
            <Button look="quiet" icon="hard-drive" testId="start-here" busy={busy.value} onPress={() => start('here')}>
              {t('ui.home.start-here')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function roleLine(seat: string | null): string {
  const actor = seat === null ? undefined : ruleset.value?.actors[seat];
  return actor === undefined ? '' : t('ui.seat.role', { role: actor.role, bloc: actor.bloc });
}
