/** The last lines of talk and news in the foot, and the way to write. */
import { useSignal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Seal } from '../components/seal.tsx';
import { t } from '../text.ts';
import { ChatPanel } from './chat-panel.tsx';
import { useSession } from './session.ts';

const LAST = 2;

export function ChatLines() {
  const session = useSession();
  const open = useSignal(false);
  const chat = session.client.planning.value?.chat ?? [];
  const news = [...(session.client.view.value?.report ?? [])]
    .filter((entry) => entry.line !== null)
    .sort((a, b) => b.weight - a.weight)[0];
  return (
    <section class="foot-chat" aria-label={t('ui.tab.chat')} data-region tabIndex={-1}>
      <div class="foot-chat-head">
        {news?.line != null && (
          <p class="news">
            <b>{t('ui.news')}</b> {t(news.line)}
          </p>
        )}
        <Button
          keys="C"
          testId="chat-open"
          onPress={() => {
            open.value = true;
          }}
        >
          {t('ui.chat.write')}
        </Button>
      </div>
      <ul aria-live="polite">
        {chat.slice(-LAST).map((line) => (
          <li key={line.id}>
            <Seal id={line.from} size={18} named /> <b>{line.name}</b> <span>{line.text}</span>
          </li>
        ))}
        {chat.length === 0 && <li class="quiet">{t('ui.chat.none')}</li>}
      </ul>
      {open.value && (
        <Dialog
          title={t('ui.tab.chat')}
          onClose={() => {
            open.value = false;
          }}
        >
          <ChatPanel />
        </Dialog>
      )}
    </section>
  );
}
