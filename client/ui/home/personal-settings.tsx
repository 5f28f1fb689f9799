/** What a person sets for themselves in any match: language, single letters, sound, notification. */
import { lettersOff, setLettersOff } from '../keys.ts';
import { SoundSettings } from '../sound/sound-settings.tsx';
import { t } from '../text.ts';
import { LanguagePick } from './language-pick.tsx';

export function PersonalSettings() {
  return (
    <>
      <LanguagePick />
      <label class="check-line">
        <input type="checkbox" checked={lettersOff.value} onChange={(event) => setLettersOff(event.currentTarget.checked)} />
        {t('ui.settings.letters')}
      </label>
      <SoundSettings />
    </>
  );
}
