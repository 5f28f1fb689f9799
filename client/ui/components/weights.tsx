/** Whether weights are open or closed, as a padlock and a word. */
import { t } from '../text.ts';
import { Icon } from './icon.tsx';

export function Weights({ open, name }: { open: boolean; name?: string }) {
  return (
    <span class="weights">
      <Icon name={open ? 'lock-open' : 'lock'} size={13} /> {name === undefined ? '' : `${name}, `}
      {t(open ? 'ui.weights.open' : 'ui.weights.closed')}
    </span>
  );
}
