/** Why a kind of order makes no sense now: what the rules have against the plainest one, or what it would be for. */
import type { Known, OrderKind } from '#shared/rules/order-kind.ts';
import { hasText, t } from '../text.ts';
import { fillIn } from './fill-in.ts';

export function whyNoOrder(known: Known, kind: OrderKind): string {
  const { order } = fillIn(known, kind, {});
  const rejection = kind.check(known, order);
  const own = `ui.can.why.${kind.kind}`;
  // Where there is nothing to choose from, the rules only say that what was chosen is unknown.
  if (rejection !== null && !(rejection.id.includes('unknown') && hasText(own))) return t(rejection);
  return t(hasText(own) ? own : 'ui.can.nothing');
}
