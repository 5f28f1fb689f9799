/** Mods that a new match can be played with: name, author and what changes, in the mod's own words. */
import { t } from '../text.ts';
import { chosenMods, mods, toggleMod } from './mods.ts';

export function ModList() {
  if (mods.value.length === 0) return null;
  return (
    <fieldset class="mod-list">
      <legend class="label">{t('ui.home.mods')}</legend>
      {mods.value.map((mod) => (
        <label key={mod.id} class="mod-line">
          <input
            type="checkbox"
            role="switch"
            aria-checked={chosenMods.value.includes(mod.id)}
            checked={chosenMods.value.includes(mod.id)}
            data-testid={`mod-${mod.id}`}
            onChange={() => void toggleMod(mod.id)}
          />
          <span class="mod-track" aria-hidden="true" />
          <span>
            <strong>{t(`mod.${mod.id}`)}</strong> {t(`mod.${mod.id}.text`)}{' '}
            <small class="quiet">{t('ui.home.mod-by', { authors: mod.credits.join(', '), version: mod.version })}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
