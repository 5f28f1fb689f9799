/** A route in words: from where to where. */
import { t } from '../text.ts';
import { ruleset } from '../world.ts';

export function routeName(id: string): string {
  const route = ruleset.value?.routes[id];
  return route === undefined ? id : t('ui.route', { siteFrom: route.from, siteTo: route.to });
}
