/** Chooses the point of the past that is looked at: the quarter, through whose eyes, as it was or as it would have been. */
import type { Signal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { Switch } from '../components/switch.tsx';
import { useKeys } from '../keys.ts';
import { useSession } from '../match/session.ts';
import { quarterOfTurn } from '../text/quantity.ts';
import { t } from '../text.ts';
import type { Course } from './replay.ts';

/** Value of the choice that keeps nothing secret. */
const ALL = '';

export function ReplayBar({ board }: { board: Signal<boolean> }) {
  const { replay, client, state, reportTurn } = useSession();
  const point = replay.point.value;
  const table = client.table.value;
  useKeys({
    PageUp: () => replay.look({ turn: reportTurn.value - 1 }),
    PageDown: () => replay.look({ turn: reportTurn.value + 1 }),
  });
  if (point === null || table === null || state.value === null) return null;
  const turns = point.course === 'was' ? (client.view.value?.reports ?? 0) : replay.branchTurns.value;
  const nothingSecret = table.status === 'ended' || table.settings.openTable;
  return (
    <fieldset class="replay-bar on-paper" data-over-map aria-label={t('ui.debrief.replay')}>
      <Button
        icon="arrow-left"
        label={t('ui.report.earlier')}
        testId="quarter-before"
        onPress={() => replay.look({ turn: point.turn - 1 })}
      />
      <select
        class="field"
        aria-label={t('ui.what-if.quarter')}
        data-testid="replay-quarter"
        value={point.turn}
        onChange={(event) => replay.look({ turn: Number(event.currentTarget.value) })}
      >
        {Array.from({ length: turns }, (_, turn) => (
          <option key={turn} value={turn}>
            {quarterOfTurn(turn)}
          </option>
        ))}
      </select>
      <Button
        icon="arrow-right"
        label={t('ui.report.later')}
        testId="quarter-after"
        onPress={() => replay.look({ turn: point.turn + 1 })}
      />
      {nothingSecret && (
        <select
          class="field"
          aria-label={t('ui.replay.eyes')}
          data-testid="replay-eyes"
          value={point.as ?? ALL}
          onChange={(event) => replay.look({ as: event.currentTarget.value === ALL ? null : event.currentTarget.value })}
        >
          <option value={ALL}>{t('ui.replay.all')}</option>
          {state.value.seats.map((seat) => (
            <option key={seat} value={seat}>
              {t('ui.replay.as', { actor: seat })}
            </option>
          ))}
        </select>
      )}
      {replay.branchTurns.value > 0 && (
        <Switch<Course>
          label={t('ui.what-if')}
          value={point.course}
          choices={[
            { value: 'was', label: t('ui.what-if.was'), testId: 'course-was' },
            { value: 'would', label: t('ui.what-if.would'), testId: 'course-would' },
          ]}
          onChoose={(course) => replay.look({ course })}
        />
      )}
      <Button
        icon="trophy"
        pressed={board.value}
        testId="replay-leaderboard"
        onPress={() => {
          board.value = !board.value;
        }}
      >
        {t('ui.tab.leaderboard')}
      </Button>
    </fieldset>
  );
}
