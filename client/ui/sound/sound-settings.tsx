/** Settings of sound and notification. */
import { t } from '../text.ts';
import { notifyOn, setNotify, setSound, soundOn } from './settings.ts';
import { playSound } from './sounds.ts';

export function SoundSettings() {
  return (
    <>
      <label class="check-line">
        <input
          type="checkbox"
          checked={soundOn.value}
          data-testid="sound"
          onChange={(event) => {
            setSound(event.currentTarget.checked);
            playSound('ready');
          }}
        />
        {t('ui.settings.sound')}
      </label>
      {'Notification' in globalThis && (
        <label class="check-line">
          <input
            type="checkbox"
            checked={notifyOn.value}
            data-testid="notify"
            onChange={(event) => {
              const box = event.currentTarget;
              void setNotify(box.checked).then(() => {
                box.checked = notifyOn.value;
              });
            }}
          />
          {t('ui.settings.notify')}
        </label>
      )}
    </>
  );
}
