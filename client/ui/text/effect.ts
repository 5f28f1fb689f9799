/** What a technology changes, as a figure and in words. */
import { STATS } from '#shared/ruleset/catalogue.ts';
import type { Effect } from '#shared/ruleset/schema/technology.ts';
import { t } from '../text.ts';
import { number, signed, signedPercent } from './quantity.ts';

/** "×1.45", "+7", "−15%" by how the statistic works. */
export function effectFigure(effect: Effect): string {
  const info = STATS[effect.stat];
  if (info.how === 'scale') return effect.value >= 2000 ? `×${number(effect.value / 1000)}` : signedPercent(effect.value - 1000);
  if (info.unit === 'milliPoints') return signed(effect.value / 1000);
  if (info.unit === 'perMille') return signedPercent(effect.value);
  return signed(effect.value);
}

/** "training efficiency on FP8 chips for the whole bloc". */
export function effectWords(effect: Effect): string {
  const parts = [t(`ui.stat.${effect.stat}`)];
  if (effect.chipTag !== undefined) parts.push(t('ui.research.on-tag', { tag: t(`ui.tag.${effect.chipTag}`) }));
  if (effect.scope === 'bloc') parts.push(t('ui.research.for-bloc'));
  return parts.join(' ');
}
