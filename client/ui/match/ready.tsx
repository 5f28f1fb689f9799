/** Ready: says once more what is left out, sends the draft, and can be taken back until the turn resolves. */
import { signal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { KeyCap } from '../components/key-cap.tsx';
import { playSound } from '../sound/sounds.ts';
import { t } from '../text.ts';
import { type Session, useSession } from './session.ts';

const asking = signal(false);
const sending = signal(false);

async function sendReady(session: Session, ready: boolean): Promise<void> {
  const turn = session.state.peek()?.turn;
  if (turn === undefined || sending.value) return;
  sending.value = true;
  try {
    await session.draft.flush();
    if ((await session.give({ do: 'ready', turn, ready })) && ready) playSound('ready');
  } finally {
    sending.value = false;
  }
}

export function isReady(session: Session): boolean {
  return session.client.table.value?.seats.find((one) => one.seat === session.seat.value)?.ready === true;
}

export function useReady(): { toggle: () => void } {
  const session = useSession();
  return {
    toggle() {
      if (session.seat.peek() === null) return;
      const blocked = session.check.peek()?.orders.some((one) => one.rejection !== null) ?? false;
      if (!isReady(session) && blocked) asking.value = true;
      else void sendReady(session, !isReady(session));
    },
  };
}

function BlockedDialog() {
  const session = useSession();
  const blocked = session.check.value?.orders.filter((one) => one.rejection !== null) ?? [];
  const close = (): void => {
    asking.value = false;
  };
  return (
    <Dialog title={t('ui.ready.blocked', { n: blocked.length })} onClose={close}>
      <ul>
        {blocked.map((one, at) => (
          <li key={at}>{t('ui.ready.left-out', { order: t(one.summary) })}</li>
        ))}
      </ul>
      <p>{t('ui.ready.rest-goes')}</p>
      <div class="dialog-actions">
        <Button
          look="main"
          testId="send-rest"
          onPress={() => {
            close();
            void sendReady(session, true);
          }}
        >
          {t('ui.ready.send-rest')}
        </Button>
        <Button safe onPress={close}>
          {t('ui.ready.back')}
        </Button>
      </div>
    </Dialog>
  );
}

export function ReadyButton({ count }: { count?: string }) {
  const session = useSession();
  const { toggle } = useReady();
  if (session.seat.value === null) return null;
  const ready = isReady(session);
  return (
    <>
      <button
        type="button"
        class={`ready ${ready ? 'pressed' : ''}`}
        aria-pressed={ready}
        aria-busy={sending.value || undefined}
        data-testid="ready-button"
        onClick={toggle}
      >
        {ready ? <Icon name="check" size={22} /> : null}
        <span>{t(ready ? 'ui.ready.undo' : 'ui.ready')}</span>
        {count !== undefined && <small>{count}</small>}
        {count === undefined && <KeyCap>{t('ui.key.space')}</KeyCap>}
      </button>
      {asking.value && <BlockedDialog />}
    </>
  );
}
