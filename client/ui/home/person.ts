/** The name by which others see this player, kept between visits. */
import { t } from '../text.ts';

const KEY = 'chokepoint:name';
export const MAX_NAME = 24;

export function ownName(): string {
  return localStorage.getItem(KEY) || t('ui.home.player');
}

export function keepName(name: string): void {
  localStorage.setItem(KEY, name.trim().slice(0, MAX_NAME));
}
