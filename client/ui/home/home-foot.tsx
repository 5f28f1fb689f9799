/** Foot of the home page: language, and the other settings of a person before any match. */
import { useSignal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { t } from '../text.ts';
import { LanguagePick } from './language-pick.tsx';
import { PersonalSettings } from './personal-settings.tsx';

export function HomeFoot() {
  const open = useSignal(false);
  return (
    <div class="home-foot">
      <LanguagePick />
      <Button
        look="quiet"
        icon="settings"
        testId="home-settings"
        onPress={() => {
          open.value = true;
        }}
      >
        {t('ui.settings')}
      </Button>
      {open.value && (
        <Dialog
          title={t('ui.settings')}
          onClose={() => {
            open.value = false;
          }}
        >
          <PersonalSettings />
        </Dialog>
      )}
    </div>
  );
}
