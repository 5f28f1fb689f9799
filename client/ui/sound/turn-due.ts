/** Tells a player that a turn waits: a sound, a mark in the title, and a notification while the page is out of sight. */
import { effect } from '@preact/signals';
import type { Session } from '../match/session.ts';
import { t } from '../text.ts';
import { notifyOn } from './settings.ts';
import { playSound } from './sounds.ts';

function notify(turn: number): void {
  if (!notifyOn.peek() || !document.hidden || !('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const note = new Notification(t('ui.title'), { body: t('ui.notify.due', { currentTurn: turn }), tag: 'chokepoint-turn' });
  note.onclick = () => {
    window.focus();
    note.close();
  };
}

/** The title says it too: a mark stands before it while the player's orders are waited for. */
function markTitle(session: Session): void {
  const table = session.client.table.value;
  const seat = table?.you.seat ?? null;
  const waited = table?.status === 'planning' && seat !== null && table.seats.some((one) => one.seat === seat && !one.ready);
  const title = t('ui.title');
  const turn = session.state.value?.turn;
  document.title = waited && turn !== undefined ? t('ui.notify.title', { title, currentTurn: turn }) : title;
}

/** Watches a match until the returned function is called. */
export function watchTurns(session: Session): () => void {
  let last: number | null = null;
  const stopTitle = effect(() => markTitle(session));
  const stopTurns = effect(() => {
    const state = session.state.value;
    if (state === null || session.seat.value === null) return;
    const before = last;
    last = state.turn;
    if (before === null || state.turn <= before || state.ended !== 'no') return;
    playSound('due');
    notify(state.turn);
  });
  return () => {
    stopTitle();
    stopTurns();
    document.title = t('ui.title');
  };
}
