/** Six boxes over one field: a code from a friend or a teacher. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fetchCode } from '../../net/http-api.ts';
import { Icon } from '../components/icon.tsx';
import { t } from '../text.ts';
import { join, showFailure } from './lobby-data.ts';

const LENGTH = 6;
const clean = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LENGTH);

export function JoinCode({ code: given }: { code: string }) {
  const code = useSignal(clean(given));
  const field = useRef<HTMLInputElement>(null);
  const go = async (): Promise<void> => {
    if (code.value.length < LENGTH) return;
    try {
      const found = await fetchCode(code.value);
      await join(found.matchId, found.scenario);
    } catch (error) {
      showFailure(error);
      field.current?.select();
    }
  };
  useEffect(() => {
    if (clean(given).length === LENGTH) void go();
  }, [given]);
  return (
    <form
      class="join-code"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <label for="join-code">
        <span class="join-title">{t('ui.home.join')}</span>
        <span class="quiet">{t('ui.home.join.text')}</span>
      </label>
      <div class="code-boxes">
        <input
          id="join-code"
          ref={field}
          data-testid="join-code"
          value={code.value}
          maxLength={LENGTH + 2}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          onInput={(event) => {
            code.value = clean(event.currentTarget.value);
            event.currentTarget.value = code.value;
            if (code.value.length === LENGTH) void go();
          }}
        />
        {Array.from({ length: LENGTH }, (_, at) => (
          <span key={at} class={`code-box ${at === Math.min(code.value.length, LENGTH - 1) ? 'next' : ''}`} aria-hidden="true">
            {code.value[at] ?? ''}
          </span>
        ))}
      </div>
      <button type="submit" class="icon-button join-go" aria-label={t('ui.home.join')} disabled={code.value.length < LENGTH}>
        <Icon name="arrow-right" />
      </button>
    </form>
  );
}
