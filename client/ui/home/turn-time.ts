/** The time of a turn in words. */
import { t } from '../text.ts';

export const TURN_TIMES: readonly (number | null)[] = [null, 60, 90, 180, 86_400];

export function turnTime(seconds: number | null): string {
  if (seconds === null) return t('ui.time.none');
  if (seconds >= 86_400) return t('ui.time.days', { n: Math.round(seconds / 86_400) });
  if (seconds > 90) return t('ui.time.minutes', { n: Math.round(seconds / 60) });
  return t('ui.time.seconds', { n: seconds });
}
