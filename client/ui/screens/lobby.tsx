/** Before the start: the code to share, who sits where, and the host's start. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SeatPresence, TableMessage } from '#shared/protocol/messages.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Mark } from '../components/mark.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import { keepName, MAX_NAME } from '../home/person.ts';
import { turnTime } from '../home/turn-time.ts';
import { focusNextRegion, useKeys } from '../keys.ts';
import { useSession } from '../match/session.ts';
import { SettingsMenu } from '../match/settings-menu.tsx';
import { goHome } from '../route.ts';
import { botStyle } from '../text/bot-style.ts';
import { listOf, name, t } from '../text.ts';
import { blocColours, ruleset } from '../world.ts';

function SeatRow({ seat, table }: { seat: SeatPresence; table: TableMessage }) {
  const session = useSession();
  const mine = table.you.seat === seat.seat;
  const person = seat.people[0];
  const who =
    person !== undefined
      ? seat.people.map((one) => one.name).join(', ')
      : [t('ui.lobby.bot', { level: t(`ui.bots.${seat.bot ?? table.settings.botLevel}`) }), ...botStyle(seat.seat)].join(' · ');
  return (
    <li class={`lobby-seat ${mine ? 'you' : ''}`} data-testid={`seat-${seat.seat}`}>
      <Seal id={seat.seat} look={mine ? 'you' : person !== undefined ? 'full' : 'outline'} size={34} named />
      <span class="grow">
        <strong>{name(seat.seat, 'actor')}</strong>
        <span class="quiet">
          {who} {mine && t('ui.you')}
          {person !== undefined && !person.connected && ` · ${t('ui.seat.away')}`}
        </span>
      </span>
      {mine ? (
        <Button onPress={() => void session.give({ do: 'leave-seat' })}>{t('ui.lobby.leave')}</Button>
      ) : (
        person === undefined && (
          <Button testId={`take-${seat.seat}`} onPress={() => void session.give({ do: 'take-seat', seat: seat.seat })}>
            {t('ui.lobby.take')}
          </Button>
        )
      )}
      {table.you.host && person === undefined && (
        <label>
          <span class="hidden-text">{t('ui.lobby.bot-of', { actor: seat.seat })}</span>
          <select
            class="field"
            value={seat.bot ?? table.settings.botLevel}
            onChange={(event) =>
              void session.give({
                do: 'set-bot',
                seat: seat.seat,
                level: event.currentTarget.value as 'easy' | 'normal' | 'hard',
              })
            }
          >
            {(['easy', 'normal', 'hard'] as const).map((level) => (
              <option key={level} value={level}>
                {t('ui.lobby.bot', { level: t(`ui.bots.${level}`) })}
              </option>
            ))}
          </select>
        </label>
      )}
    </li>
  );
}

function Code({ table }: { table: TableMessage }) {
  const copied = useSignal(false);
  const address = `${location.origin}/#/join/${table.code}`;
  return (
    <section class="lobby-code" aria-label={t('ui.lobby.code')}>
      <span class="label">{t('ui.lobby.code')}</span>
      <strong class="figures" data-testid="lobby-code">
        {table.code}
      </strong>
      <Button
        icon={copied.value ? 'check' : 'copy'}
        onPress={() => {
          void navigator.clipboard?.writeText(address).then(() => {
            copied.value = true;
          });
        }}
      >
        {t(copied.value ? 'ui.lobby.copied' : 'ui.lobby.copy')}
      </Button>
      <span class="quiet">{address}</span>
    </section>
  );
}

export function Lobby() {
  const session = useSession();
  const table = session.client.table.value;
  useKeys({ F6: (event) => focusNextRegion(event.shiftKey) });
  useEffect(() => {
    document.title = t('ui.title');
  }, []);
  if (table === null) return null;
  const blocs = new Map<string, SeatPresence[]>();
  const order = ruleset.value?.scenarios[table.settings.scenario]?.seats ?? [];
  for (const seat of [...table.seats].sort((a, b) => order.indexOf(a.seat) - order.indexOf(b.seat))) {
    const bloc = ruleset.value?.actors[seat.seat]?.bloc ?? '';
    blocs.set(bloc, [...(blocs.get(bloc) ?? []), seat]);
  }
  return (
    <div class="lobby">
      <header class="top-bar dark">
        <button type="button" class="brand" onClick={goHome} aria-label={t('ui.home')}>
          <Mark size={32} /> <span>{t('ui.title')}</span>
        </button>
        <div class="stat">
          <span class="stat-label">{t('ui.lobby')}</span>
          <span class="stat-value">{table.settings.name || name(table.settings.scenario, 'scenario')}</span>
        </div>
        <div class="stat">
          <span class="stat-label">{t('ui.home.time')}</span>
          <span class="stat-value">{turnTime(table.settings.turnSeconds)}</span>
        </div>
        {(table.settings.mods ?? []).length > 0 && (
          <div class="stat">
            <span class="stat-label">{t('ui.home.mods')}</span>
            <span class="stat-value">{listOf((table.settings.mods ?? []).map((mod) => t(`mod.${mod}`)))}</span>
          </div>
        )}
        <span class="grow" />
        <SettingsMenu />
      </header>
      <main class="lobby-body" data-region tabIndex={-1}>
        {table.code !== '' && <Code table={table} />}
        <label class="option">
          <span class="label">{t('ui.home.name')}</span>
          <input
            class="field"
            maxLength={MAX_NAME}
            value={table.you.name}
            onChange={(event) => {
              keepName(event.currentTarget.value);
              void session.give({ do: 'rename', name: event.currentTarget.value });
            }}
          />
        </label>
        <div class="lobby-blocs">
          {[...blocs].map(([bloc, seats]) => (
            <section key={bloc} style={blocColours(bloc)} aria-label={t('ui.bloc', { bloc })}>
              <PanelTitle title={t('ui.bloc', { bloc })} />
              <ul>
                {seats.map((seat) => (
                  <SeatRow key={seat.seat} seat={seat} table={table} />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div class="lobby-foot">
          {table.you.host ? (
            <button type="button" class="ready" data-testid="start-match" onClick={() => void session.give({ do: 'start' })}>
              <Icon name="play" size={22} /> {t('ui.lobby.start')}
            </button>
          ) : (
            <p class="quiet">{t('ui.lobby.wait')}</p>
          )}
          <p class="quiet">{t('ui.lobby.note')}</p>
        </div>
      </main>
    </div>
  );
}
