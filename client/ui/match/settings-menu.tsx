/** Language, single letters, autopilot, pause, leaving: what a player sets while playing. */
import { useSignal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Icon } from '../components/icon.tsx';
import { PersonalSettings } from '../home/personal-settings.tsx';
import { goHome } from '../route.ts';
import { t } from '../text.ts';
import { AutopilotSettings } from './autopilot-settings.tsx';
import { keysOpen } from './layout.ts';
import { useSession } from './session.ts';

export function SettingsMenu() {
  const open = useSignal(false);
  const session = useSession();
  const table = session.client.table.value;
  const close = (): void => {
    open.value = false;
  };
  return (
    <>
      <button
        type="button"
        class="icon-button settings"
        aria-label={t('ui.settings')}
        data-testid="settings"
        onClick={() => {
          open.value = true;
        }}
      >
        <Icon name="settings" size={20} />
      </button>
      {open.value && (
        <Dialog title={t('ui.settings')} onClose={close}>
          <PersonalSettings />
          <AutopilotSettings />
          {table !== null && table.code !== '' && (
            <p class="quiet">
              {t('ui.settings.code')} <strong class="figures">{table.code}</strong>
            </p>
          )}
          <div class="dialog-actions">
            {table?.you.host === true && table.settings.turnSeconds !== null && (
              <Button
                icon={table.paused ? 'play' : 'pause'}
                onPress={() => void session.give({ do: 'pause', paused: !table.paused })}
              >
                {t(table.paused ? 'ui.resume' : 'ui.pause')}
              </Button>
            )}
            {(session.state.value?.turn ?? 0) > 0 && (
              <Button
                icon="history"
                testId="last-report"
                onPress={() => {
                  session.replay.look({ turn: Number.POSITIVE_INFINITY, as: null, course: 'was' });
                  close();
                }}
              >
                {t('ui.report.again')}
              </Button>
            )}
            <Button
              icon="circle-help"
              onPress={() => {
                close();
                keysOpen.value = true;
              }}
            >
              {t('ui.keys')}
            </Button>
            <Button icon="house" onPress={goHome}>
              {t('ui.home')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
