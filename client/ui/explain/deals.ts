/** Explanation of a term of a deal: what it comes to, at the price of others and as agreed. */
import { chipSpec, priceOf } from '#shared/rules/know.ts';
import type { Term } from '#shared/state/deal.ts';
import { money } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import type { Explanation } from './explanation.ts';
import type { World } from './scores.ts';

/** Null for terms without a price. */
export function termWorth(world: World, term: Term): Explanation | null {
  if (term.term === 'money') {
    return {
      title: t('ui.explain.deal'),
      value: money(term.kusd),
      total: term.kusd,
      format: money,
      parts: [{ label: name(term.from, 'actor'), amount: term.kusd }],
      rule: t('ui.explain.deal.rule'),
    };
  }
  if (term.term !== 'chips') return null;
  const chip = chipSpec(world, term.chip);
  const agreed = term.units * term.priceKusd;
  const others = chip === null ? agreed : term.units * priceOf(world, chip);
  return {
    title: t('ui.explain.deal'),
    value: money(agreed),
    total: agreed,
    format: money,
    parts: [
      { label: t('ui.explain.deal.worth'), amount: others },
      ...(agreed === others ? [] : [{ label: t('ui.explain.deal.off'), amount: agreed - others }]),
    ],
    rule: t('ui.explain.deal.rule'),
  };
}
