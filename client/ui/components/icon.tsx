/** One icon; decoration unless it is given a label. */
import { iconMarkup } from '../icons.ts';

export function Icon({ name, size = 18, label }: { name: string; size?: number; label?: string }) {
  const said = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      {...said}
      dangerouslySetInnerHTML={{ __html: iconMarkup(name) }}
    />
  );
}
