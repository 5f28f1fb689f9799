/** A change as an arrow and a figure: up, down or none. */

import { number } from '../text/quantity.ts';
import { t } from '../text.ts';

export function Change({ by }: { by: number }) {
  const size = Math.abs(by);
  if (size < 0.05) return <span class="change quiet">–</span>;
  return (
    <span class="change quiet" title={t(by > 0 ? 'ui.up' : 'ui.down', { by: number(size) })}>
      <svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true">
        <path d={by > 0 ? 'M5.5 0L11 10H0z' : 'M5.5 10L0 0h11z'} fill="currentColor" />
      </svg>
      {number(size)}
    </span>
  );
}
