/** What waits for the player in each tab: offers to answer, laws announced against the own bloc, unread chat. */
import { signal } from '@preact/signals';
import type { Tab } from './layout.ts';
import type { Session } from './session.ts';

/** Id of the last chat line that was on screen. */
export const readChat = signal(0);

export function needsOf(session: Session): Partial<Record<Tab, number>> {
  const seat = session.seat.value;
  const state = session.state.value;
  const planning = session.client.planning.value;
  const actor = seat === null ? undefined : state?.actors[seat];
  if (state === null || planning === null || actor === undefined) return {};
  const announced = Object.values(state.laws).filter(
    (law) => law.forceTurn > state.turn && (law.target === actor.bloc || law.target === seat),
  ).length;
  return {
    deals: planning.offers.filter((made) => made.status === 'open' && made.offer.to === seat).length,
    policy: announced,
    chat: planning.chat.filter((line) => line.id > readChat.value && line.from !== seat).length,
  };
}
