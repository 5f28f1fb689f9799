/** The last lines of talk and news in the foot, and the way to write. */
import { useSignal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Seal } from '../components/seal.tsx';
import { Switch } from '../components/switch.tsx';
import { isSteady } from '../report/headlines.ts';
import { lineText } from '../report/line-text.ts';
import { name, t } from '../text.ts';
import { ChatPanel, linesTo, timeOf } from './chat-panel.tsx';
import { layout } from './layout.ts';
import { needsOf } from './needs.ts';
import { useSession } from './session.ts';

const LAST = 2;
/** Others with whom there is talk, shown as channels beside the side and the table. */
const MOST_CHANNELS = 2;

export function ChatLines() {
  const session = useSession();
  const open = useSignal(false);
  const to = useSignal('bloc');
  const chat = session.client.planning.value?.chat ?? [];
  const seat = session.seat.value;
  const bloc = seat === null ? '' : (session.state.value?.actors[seat]?.bloc ?? '');
  const partners = chat
    .filter((line) => line.to !== 'bloc' && line.to !== 'table')
    .map((line) => (line.to === seat ? line.from : line.to));
  const channels = [...(seat === null ? [] : ['bloc']), 'table', ...[...new Set(partners)].slice(-MOST_CHANNELS)];
  const channel = channels.includes(to.value) ? to.value : 'table';
  const lines = chat.filter((line) => linesTo(line, channel, seat));
  const unread = needsOf(session).chat ?? 0;
  const news = [...(session.client.view.value?.report ?? [])]
    .filter((entry) => entry.line !== null && !isSteady(entry))
    .sort((a, b) => b.weight - a.weight)[0];
  return (
    <section class="foot-chat" aria-label={t('ui.tab.chat')} data-region tabIndex={-1}>
      <div class="foot-chat-head">
        <Switch
          label={t('ui.chat.to')}
          value={channel}
          choices={channels.map((value) => ({
            value,
            label: value === 'bloc' ? t('ui.chat.side', { bloc }) : value === 'table' ? t('ui.chat.table') : name(value, 'actor'),
          }))}
          onChoose={(value) => {
            to.value = value;
          }}
        />
        {news?.line != null && (
          <p class="news">
            <b>{t('ui.news')}</b> {lineText(news.line)}
          </p>
        )}
        <Button
          {...(layout.value === 'tablet' ? { icon: 'message-circle' } : { keys: 'C' })}
          testId="chat-open"
          onPress={() => {
            open.value = true;
          }}
        >
          {layout.value === 'tablet' && unread}
          <span class={layout.value === 'tablet' ? 'hidden-text' : ''}> {t('ui.chat.write')}</span>
        </Button>
      </div>
      <ul aria-live="polite">
        {lines.slice(-LAST).map((line) => (
          <li key={line.id}>
            <Seal id={line.from} size={18} named /> <b title={line.name}>{name(line.from, 'actor')}</b>{' '}
            <span class="grow">{line.text}</span>
            <time class="quiet figures">{timeOf(line.atMs)}</time>
          </li>
        ))}
        {lines.length === 0 && <li class="quiet">{t('ui.chat.none')}</li>}
      </ul>
      {open.value && (
        <Dialog
          title={t('ui.tab.chat')}
          onClose={() => {
            open.value = false;
          }}
        >
          <ChatPanel to={channel} />
        </Dialog>
      )}
    </section>
  );
}
