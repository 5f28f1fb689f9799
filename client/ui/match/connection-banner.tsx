/** Says when the line is down, and for a moment when it is back. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { t } from '../text.ts';
import { useSession } from './session.ts';

const BACK_MS = 3000;

export function ConnectionBanner() {
  const { client } = useSession();
  const status = client.status.value;
  const was = useRef(status);
  const back = useSignal(false);
  useEffect(() => {
    const before = was.current;
    was.current = status;
    if (before !== 'lost' || status !== 'open') return;
    back.value = true;
    const timer = setTimeout(() => {
      back.value = false;
    }, BACK_MS);
    return () => clearTimeout(timer);
  }, [status]);
  return (
    <div aria-live="assertive">
      {status === 'lost' && (
        <div class="banner banner-lost" data-testid="connection-lost">
          <Icon name="wifi-off" /> {t('ui.line.lost')}
        </div>
      )}
      {status === 'elsewhere' && (
        <div class="banner banner-lost" data-testid="match-elsewhere">
          <Icon name="copy" /> {t('ui.line.elsewhere')}
          <Button onPress={() => location.reload()}>{t('ui.line.elsewhere.take')}</Button>
        </div>
      )}
      {status === 'open' && back.value && (
        <div class="banner banner-back">
          <Icon name="check" /> {t('ui.line.back')}
        </div>
      )}
    </div>
  );
}
