/** Says that no server is reached and what is possible all the same. */
import { useEffect } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { t } from '../text.ts';
import { loadHome, reach } from './lobby-data.ts';

export function HereNote() {
  useEffect(() => {
    const again = (): void => void loadHome();
    globalThis.addEventListener('online', again);
    return () => globalThis.removeEventListener('online', again);
  }, []);
  if (reach.value !== 'here') return null;
  return (
    <section class="here-note" data-testid="here-note" role="status">
      <Icon name="hard-drive" size={22} />
      <div class="grow">
        <strong>{t('ui.here')}</strong>
        <span class="quiet">{t('ui.here.text')}</span>
      </div>
      <Button look="quiet" icon="refresh-cw" onPress={() => void loadHome()}>
        {t('ui.here.again')}
      </Button>
    </section>
  );
}
