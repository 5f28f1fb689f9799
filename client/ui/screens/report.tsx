/** The report: day turns to night, and the turn is played back line by line in the published order, each with its why. */
import { signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Entry } from '#shared/state/ledger.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Switch } from '../components/switch.tsx';
import { focusNextRegion, useKeys } from '../keys.ts';
import { Coach } from '../learn/coach.tsx';
import { noteDone } from '../learn/lesson.ts';
import { keysOpen, layout, listView } from '../match/layout.ts';
import { LeaderboardPanel } from '../match/leaderboard-panel.tsx';
import { MapArea } from '../match/map-area.tsx';
import { calm, map } from '../match/map-state.ts';
import { useSession } from '../match/session.ts';
import { TopBar } from '../match/top-bar.tsx';
import { iconOfEntry } from '../report/cause-text.ts';
import { lineText } from '../report/line-text.ts';
import { LEVELS, type Level, linesOf, seenBy } from '../report/lines.ts';
import { ReplayBar } from '../report/replay-bar.tsx';
import { WhyPanel } from '../report/why-panel.tsx';
import { setSound, soundOn } from '../sound/settings.ts';
import { playSound, soundOfEntry } from '../sound/sounds.ts';
import { t } from '../text.ts';

const EVENT_MS = 1600;
const SPEEDS = ['0.5', '1', '2'] as const;
const LEVEL_KEY = 'chokepoint:report-level';

function storedLevel(): Level {
  const stored = localStorage.getItem(LEVEL_KEY) as Level | null;
  return stored !== null && LEVELS.includes(stored) ? stored : 'headlines';
}

export function Report() {
  const session = useSession();
  const entries = session.client.view.value?.report ?? [];
  const seat = session.seat.value;
  const bloc = seat === null ? null : (session.state.value?.actors[seat]?.bloc ?? null);
  const level = useSignal<Level>(storedLevel());
  const turn = session.reportTurn.value;
  // Another report begins with its first line.
  const { at, playing, why } = useMemo(
    () => ({ at: signal(0), playing: signal(!calm()), why: signal<Entry | null>(null) }),
    [turn, session.past],
  );
  const speed = useSignal<(typeof SPEEDS)[number]>('1');
  const board = useSignal(false);
  const list = useRef<HTMLOListElement>(null);
  const lines = linesOf(entries, level.value, seat, bloc);
  const now = lines[Math.min(at.value, lines.length - 1)];
  const go = (to: number): void => {
    at.value = Math.max(0, Math.min(lines.length - 1, to));
  };
  const openWhy = (entry: Entry | undefined): void => {
    if (entry === undefined) return;
    playing.value = false;
    why.value = why.value?.id === entry.id ? null : entry;
    if (lines.includes(entry)) go(lines.indexOf(entry));
    noteDone(session.client.matchId, 'why');
  };

  // Other lines have other numbers.
  useEffect(() => map.value?.clearPlay(), [level.value, map.value]);
  useEffect(() => {
    if (now === undefined) return;
    void map.value?.play(now, lines.indexOf(now) + 1);
    playSound(soundOfEntry(now));
    list.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'center', behavior: calm() ? 'auto' : 'smooth' });
  }, [now?.id, at, map.value, level.value]);
  useEffect(() => {
    if (!playing.value) return;
    if (at.value >= lines.length - 1) {
      playing.value = false;
      return;
    }
    const timer = setTimeout(() => go(at.value + 1), EVENT_MS / Number(speed.value));
    return () => clearTimeout(timer);
  }, [playing, playing.value, at.value, speed.value, lines.length]);

  const toggle = (): void => {
    if (!playing.value && at.value >= lines.length - 1) at.value = 0;
    playing.value = !playing.value;
  };
  useKeys({
    Space: toggle,
    ArrowRight: () => {
      playing.value = false;
      go(at.value + 1);
    },
    ArrowLeft: () => {
      playing.value = false;
      go(at.value - 1);
    },
    w: () => openWhy(now),
    s: () => setSound(!soundOn.value),
    l: () => {
      listView.value = !listView.value;
    },
    Escape: () => {
      if (why.value !== null) why.value = null;
      else if (board.value) board.value = false;
      else session.closeReport();
    },
    '?': () => {
      keysOpen.value = true;
    },
    F6: (event) => focusNextRegion(event.shiftKey),
  });

  const phone = layout.value === 'phone';
  return (
    <div
      class={`report night report-${layout.value} ${why.value !== null || board.value ? 'with-why' : ''} ${listView.value ? 'as-list' : ''}`}
      data-testid="report"
    >
      <TopBar resolution />
      <main class="report-main" aria-label={t('ui.report')} data-region tabIndex={-1}>
        {!listView.value && <MapArea mode="night" />}
        <ReplayBar board={board} />
        <div class="report-headline" data-over-map>
          {now !== undefined && (
            <>
              <span class="report-phase">
                {t(`phase.${now.phase}`)} · {t('ui.report.of', { n: at.value + 1, of: lines.length })}
              </span>
              <h1 class="serif" aria-live="polite">
                {now.line === null ? '' : lineText(now.line)}
              </h1>
            </>
          )}
          {lines.length === 0 && <h1 class="serif">{t('ui.report.quiet')}</h1>}
        </div>
      </main>
      <Coach report />
      <section class="report-foot" aria-label={t('ui.report.lines')} data-region tabIndex={-1}>
        <ol class="report-lines" ref={list}>
          {lines.map((entry, index) => (
            <li
              key={entry.id}
              class={`report-line ${index === at.value ? 'current' : index < at.value ? 'past' : ''}`}
              aria-current={index === at.value ? 'step' : undefined}
              data-testid="report-line"
            >
              <button
                type="button"
                class="report-line-main"
                onClick={() => {
                  playing.value = false;
                  go(index);
                }}
              >
                <span class="report-line-head">
                  <Icon name={iconOfEntry(entry)} size={16} /> {index + 1}
                  {entry.audience !== 'all' && !listView.value && <Icon name="eye-off" size={15} label={t(seenBy(entry))} />}
                </span>
                <span class="report-line-words">{entry.line === null ? '' : lineText(entry.line)}</span>
                {listView.value && <span class="report-line-who">{t(seenBy(entry))}</span>}
              </button>
              <button
                type="button"
                class="why-button"
                data-testid="why-button"
                aria-expanded={why.value?.id === entry.id}
                onClick={() => openWhy(entry)}
              >
                {t('ui.why')}
                <span class="hidden-text"> {entry.line === null ? '' : lineText(entry.line)}</span>
              </button>
            </li>
          ))}
        </ol>
        <div class="report-controls">
          <Button icon="skip-back" label={t('ui.report.back')} onPress={() => go(at.value - 1)} />
          <Button
            icon={playing.value ? 'pause' : 'play'}
            look="main"
            label={t(playing.value ? 'ui.pause' : 'ui.report.play')}
            testId="report-play"
            onPress={toggle}
          />
          <Button icon="skip-forward" label={t('ui.report.next')} onPress={() => go(at.value + 1)} />
          <Switch
            label={t('ui.report.speed')}
            value={speed.value}
            choices={SPEEDS.map((value) => ({ value, label: t('ui.report.times', { n: Number(value) }) }))}
            onChoose={(value) => {
              speed.value = value;
            }}
          />
          <Switch
            label={t('ui.report.level')}
            value={level.value}
            choices={LEVELS.map((value) => ({ value, label: t(`ui.report.level.${value}`), testId: `level-${value}` }))}
            onChoose={(value) => {
              level.value = value;
              localStorage.setItem(LEVEL_KEY, value);
              at.value = 0;
            }}
          />
          {!phone && <span class="quiet report-hint">{t('ui.report.keys')}</span>}
          <span class="grow" />
          <Button look="act" keys={t('ui.key.esc')} testId="report-skip" onPress={session.closeReport}>
            {t(session.client.table.value?.status === 'ended' ? 'ui.report.to-score' : 'ui.report.skip')}
          </Button>
        </div>
      </section>
      {why.value === null && board.value && (
        <aside class="why on-paper" aria-label={t('ui.tab.leaderboard')} data-testid="replay-board" data-region tabIndex={0}>
          <header class="why-head">
            <strong>{t('ui.tab.leaderboard')}</strong>
            <button
              type="button"
              class="icon-button"
              aria-label={t('ui.close')}
              data-testid="replay-board-close"
              onClick={() => {
                board.value = false;
              }}
            >
              <Icon name="x" />
            </button>
          </header>
          <LeaderboardPanel />
        </aside>
      )}
      {why.value !== null && (
        <WhyPanel
          entry={why.value}
          entries={entries}
          onClose={() => {
            why.value = null;
          }}
        />
      )}
    </div>
  );
}
