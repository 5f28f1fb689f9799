/** The foot: talk and news, who is ready, and the big button. */
import type { SeatPresence } from '#shared/protocol/messages.ts';
import { Icon } from '../components/icon.tsx';
import { Seal } from '../components/seal.tsx';
import { botStyle } from '../text/bot-style.ts';
import { listOf, name, t } from '../text.ts';
import { ChatLines } from './chat-lines.tsx';
import { ReadyButton } from './ready.tsx';
import { type Session, useSession } from './session.ts';

export function readiness(session: Session): { ready: number; of: number; waiting: string[] } {
  const seats = session.client.table.value?.seats ?? [];
  const people = seats.filter((seat) => seat.people.length > 0);
  const open = people.filter((seat) => !seat.ready && !seat.autopilot);
  return { ready: seats.length - open.length, of: seats.length, waiting: open.map((seat) => seat.seat) };
}

function waitingText(session: Session): string {
  const { waiting } = readiness(session);
  const own = session.seat.value;
  const others = waiting.filter((seat) => seat !== own).map((seat) => name(seat, 'actor'));
  const all = own !== null && waiting.includes(own) ? [...others, t('ui.ready.you')] : others;
  return all.length === 0 ? t('ui.ready.all') : t('ui.ready.waiting', { who: listOf(all) });
}

function stateOf(seat: SeatPresence, away: boolean): string {
  if (seat.ready) return 'ui.ready.is';
  if (seat.autopilot) return 'ui.ready.autopilot';
  return away ? 'ui.seat.away' : 'ui.ready.not';
}

export function SeatsReady() {
  const session = useSession();
  const order = session.state.value?.seats ?? [];
  const seats = [...(session.client.table.value?.seats ?? [])].sort((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat));
  return (
    <ul class="seats-ready">
      {seats.map((seat) => {
        const bot = seat.people.length === 0;
        const away = !bot && seat.people.every((person) => !person.connected);
        const done = bot || seat.ready || seat.autopilot;
        const state = bot ? [t('ui.seat.bot'), ...botStyle(seat.seat)].join(', ') : t(stateOf(seat, away));
        return (
          <li key={seat.seat} title={`${name(seat.seat, 'actor')}: ${state}`}>
            <Seal id={seat.seat} look={seat.seat === session.seat.value ? 'you' : done ? 'full' : 'outline'} size={36} named />
            <span class={`tick ${done ? 'done' : ''}`} aria-hidden="true">
              <Icon
                name={bot || (seat.autopilot && !seat.ready) ? 'bot' : done ? 'check' : away ? 'wifi-off' : 'ellipsis'}
                size={12}
              />
            </span>
            <span class="hidden-text">
              {name(seat.seat, 'actor')}: {state}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export function Foot() {
  const session = useSession();
  const { ready, of } = readiness(session);
  return (
    <footer class="foot">
      <ChatLines />
      <div class="foot-ready">
        <div class="foot-ready-head" aria-live="polite">
          <strong>{t('ui.ready.count', { ready, of })}</strong>
          <span class="quiet">{waitingText(session)}</span>
        </div>
        <SeatsReady />
      </div>
      <ReadyButton />
    </footer>
  );
}
