/** Talk with the own side, the whole table or one actor. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ChatLine } from '#shared/protocol/messages.ts';
import { NameOptions } from '../components/name-options.tsx';
import { Seal } from '../components/seal.tsx';
import { language } from '../text/language.ts';
import { t } from '../text.ts';
import { readChat } from './needs.ts';
import { useSession } from './session.ts';

const MOST_TEXT = 400;

/** Lines of a channel: the side, the table, or one other actor. */
export const linesTo = (line: ChatLine, to: string, seat: string | null): boolean =>
  line.to === to || (to !== 'table' && to !== 'bloc' && line.to === seat && line.from === to);

export const timeOf = (atMs: number): string =>
  new Date(atMs).toLocaleTimeString(language.value, { hour: '2-digit', minute: '2-digit' });

export function ChatPanel({ to: first = 'bloc' }: { to?: string }) {
  const session = useSession();
  const to = useSignal(first);
  const text = useSignal('');
  const chat = session.client.planning.value?.chat ?? [];
  const seat = session.seat.value;
  const newest = chat[chat.length - 1]?.id ?? 0;
  useEffect(() => {
    readChat.value = Math.max(readChat.value, newest);
  }, [newest]);
  const others = (session.state.value?.seats ?? []).filter((other) => other !== seat);
  const shown = chat.filter((line) => linesTo(line, to.value, seat));
  return (
    <section class="chat" aria-label={t('ui.tab.chat')}>
      <label class="form-field">
        <span class="label">{t('ui.chat.to')}</span>
        <select
          class="field"
          value={to.value}
          onChange={(event) => {
            to.value = event.currentTarget.value;
          }}
        >
          <option value="bloc">{t('ui.chat.bloc')}</option>
          <option value="table">{t('ui.chat.table')}</option>
          <NameOptions ids={others} of="actor" />
        </select>
      </label>
      <ol class="chat-list">
        {shown.map((line) => (
          <li key={line.id}>
            <Seal id={line.from} size={22} named />
            <span>
              <b>{line.name}</b> {line.text}
            </span>
            <time class="quiet figures">{timeOf(line.atMs)}</time>
          </li>
        ))}
        {shown.length === 0 && <li class="quiet">{t('ui.chat.none')}</li>}
      </ol>
      <form
        class="chat-form"
        onSubmit={(event) => {
          event.preventDefault();
          const said = text.value.trim();
          if (said === '') return;
          text.value = '';
          void session.give({ do: 'chat', to: to.value, text: said });
        }}
      >
        <input
          class="field"
          aria-label={t('ui.chat.text')}
          maxLength={MOST_TEXT}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <button type="submit" class="btn btn-main">
          {t('ui.chat.send')}
        </button>
      </form>
    </section>
  );
}
