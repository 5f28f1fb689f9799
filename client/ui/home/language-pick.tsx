/** Choice of language, each by its own name. */
import { Icon } from '../components/icon.tsx';
import { chooseLanguage, LANGUAGE_NAMES, LANGUAGES, type Language, language } from '../text/language.ts';
import { t } from '../text.ts';

export function LanguagePick() {
  return (
    <label class="language-pick">
      <Icon name="languages" />
      <span class="hidden-text">{t('ui.language')}</span>
      <select class="field" value={language.value} onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}>
        {LANGUAGES.map((lang) => (
          <option key={lang} value={lang} lang={lang}>
            {LANGUAGE_NAMES[lang]}
          </option>
        ))}
      </select>
    </label>
  );
}
