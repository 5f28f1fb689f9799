/** All keys in one table; those of single letters can be changed here, and what is taken is refused. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { type ActionKey, bind, bindings, CHANGEABLE, keyOf, type Refusal, resetBindings } from '../key-bindings.ts';
import { t } from '../text.ts';
import { keysOpen } from './layout.ts';

const FIXED: readonly [string, string][] = [
  ['ui.key.space', 'ui.keys.space'],
  ['1–5', 'ui.keys.tabs'],
  ['↑ ↓ ← →', 'ui.keys.arrows'],
  ['ui.key.enter', 'ui.keys.enter'],
  ['ui.key.esc', 'ui.keys.esc'],
  ['+ −', 'ui.keys.zoom'],
  ['Del', 'ui.keys.remove'],
  ['Alt ↑ ↓', 'ui.keys.move'],
  ['Ctrl Z', 'ui.keys.undo'],
  ['Ctrl Shift Z', 'ui.keys.redo'],
  ['F6', 'ui.keys.region'],
];
const ACTIONS = Object.keys(CHANGEABLE) as ActionKey[];

function Change({ action, onRefused }: { action: ActionKey; onRefused: (why: Refusal | null, key: string) => void }) {
  const listening = useSignal(false);
  useLayoutEffect(() => {
    if (!listening.value) return;
    const take = (event: KeyboardEvent): void => {
      if (['Shift', 'Control', 'Alt', 'Meta', 'Tab'].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      listening.value = false;
      if (event.key !== 'Escape') onRefused(bind(action, event.key), event.key);
    };
    document.addEventListener('keydown', take, true);
    return () => document.removeEventListener('keydown', take, true);
  }, [listening.value]);
  return (
    <button
      type="button"
      class="link"
      data-testid={`change-${action}`}
      aria-pressed={listening.value}
      onClick={() => {
        onRefused(null, '');
        listening.value = !listening.value;
      }}
    >
      {t(listening.value ? 'ui.keys.press' : 'ui.keys.change')}
      <span class="hidden-text"> {t(CHANGEABLE[action])}</span>
    </button>
  );
}

export function KeysDialog() {
  const refused = useSignal('');
  if (!keysOpen.value) return null;
  const onRefused = (why: Refusal | null, key: string): void => {
    refused.value = why === null ? '' : t(`ui.keys.refused.${why}`, { pressed: key.toUpperCase() });
  };
  return (
    <Dialog
      title={t('ui.keys')}
      testId="keys-dialog"
      wide
      onClose={() => {
        keysOpen.value = false;
      }}
    >
      <table class="keys-table">
        <tbody>
          {FIXED.map(([key, what]) => (
            <tr key={what}>
              <th scope="row">
                <kbd class="key-cap-plain">{key.startsWith('ui.') ? t(key) : key}</kbd>
              </th>
              <td>{t(what)}</td>
              <td />
            </tr>
          ))}
          {ACTIONS.map((action) => (
            <tr key={action}>
              <th scope="row">
                <kbd class="key-cap-plain" data-testid={`key-${action}`}>
                  {keyOf(action).toUpperCase()}
                </kbd>
              </th>
              <td>{t(CHANGEABLE[action])}</td>
              <td>
                <Change action={action} onRefused={onRefused} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="stop-text" role="alert" data-testid="key-refused">
        {refused.value}
      </p>
      {Object.keys(bindings.value).length > 0 && (
        <Button icon="rotate-ccw" testId="reset-keys" onPress={resetBindings}>
          {t('ui.keys.reset')}
        </Button>
      )}
      <p class="quiet">{t('ui.keys.note')}</p>
      <p>
        <a href="#/rules" target="_blank" rel="noopener" data-testid="rules-link">
          {t('ui.rules.open')}
        </a>
      </p>
    </Dialog>
  );
}
