/** All keys in one table. */
import { Dialog } from '../components/dialog.tsx';
import { t } from '../text.ts';
import { keysOpen } from './layout.ts';

const KEYS: readonly [string, string][] = [
  ['ui.key.space', 'ui.keys.space'],
  ['1–5', 'ui.keys.tabs'],
  ['↑ ↓ ← →', 'ui.keys.arrows'],
  ['ui.key.enter', 'ui.keys.enter'],
  ['ui.key.esc', 'ui.keys.esc'],
  ['+ −', 'ui.keys.zoom'],
  ['L', 'ui.keys.list'],
  ['M', 'ui.keys.layers'],
  ['O', 'ui.keys.order'],
  ['A', 'ui.keys.advisor'],
  ['Del', 'ui.keys.remove'],
  ['Alt ↑ ↓', 'ui.keys.move'],
  ['Ctrl Z', 'ui.keys.undo'],
  ['Ctrl Shift Z', 'ui.keys.redo'],
  ['W', 'ui.keys.why'],
  ['R', 'ui.keys.research'],
  ['/', 'ui.keys.find'],
  ['N', 'ui.keys.next'],
  ['C', 'ui.keys.chat'],
  ['F6', 'ui.keys.region'],
  ['S', 'ui.keys.sound'],
  ['P', 'ui.keys.pause'],
  ['?', 'ui.keys.help'],
];

export function KeysDialog() {
  if (!keysOpen.value) return null;
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
          {KEYS.map(([key, what]) => (
            <tr key={what}>
              <th scope="row">
                <kbd class="key-cap-plain">{key.startsWith('ui.') ? t(key) : key}</kbd>
              </th>
              <td>{t(what)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{t('ui.keys.note')}</p>
      <p>
        <a href="#/rules" target="_blank" rel="noopener" data-testid="rules-link">
          {t('ui.rules.open')}
        </a>
      </p>
    </Dialog>
  );
}
