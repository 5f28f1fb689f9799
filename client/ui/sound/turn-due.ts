/** Tells a player that a turn waits: a sound, and a notification while the page is out of sight. */
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

/** Watches a match until the returned function is called. */
export function watchTurns(session: Session): () => void {
  let last: number | null = null;
  return effect(() => {
    const state = session.state.value;
    if (state === null || session.seat.value === null) return;
    const before = last;
    last = state.turn;
    if (before === null || state.turn <= before || state.ended !== 'no') return;
    playSound('due');
    notify(state.turn);
  });
}
