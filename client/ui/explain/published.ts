/** Explanations of figures that somebody decided or that are simply counted: what they are, and who settles them. */
import type { Site } from '#shared/ruleset/schema/world.ts';
import type { OwnActor } from '#shared/state/schema.ts';
import type { MapNode } from '../../map/types.ts';
import { routeName } from '../match/route-name.ts';
import { compute, count, number, percent, wholePoints } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import type { ExplainedPart, Explanation } from './explanation.ts';

const stated = (title: string, value: string, rule: string, parts: readonly ExplainedPart[] = []): Explanation => ({
  title,
  value,
  total: null,
  format: number,
  parts,
  rule,
});

export const setAside = (chip: string, who: string, units: number): Explanation =>
  stated(t('ui.explain.aside', { who: name(who), chip }), count(units), t('ui.explain.aside.rule'));

export const seizedOn = (route: string, units: number): Explanation =>
  stated(t('ui.explain.seized', { route: routeName(route) }), count(units), t('ui.explain.seized.rule'));

/** What was seized in all, place by place. */
export const seizedInAll = (seizures: Readonly<Record<string, number>>): Explanation =>
  stated(
    t('ui.explain.seized-all'),
    count(Object.values(seizures).reduce((sum, units) => sum + units, 0)),
    t('ui.explain.seized.rule'),
    Object.entries(seizures)
      .filter(([, units]) => units > 0)
      .map(([site, units]) => ({ label: name(site), amount: units })),
  );

export const freeTalent = (people: number): Explanation =>
  stated(t('ui.explain.free-talent'), count(people), t('ui.explain.free-talent.rule'));

export const softwareOf = ({ softwarePermille }: Pick<OwnActor, 'softwarePermille'>): Explanation =>
  stated(t('ui.explain.software'), percent(softwarePermille), t('ui.explain.software.rule'));

/** Use of models in a market, bloc by bloc. */
export const useIn = (node: MapNode, shares: readonly { label: string; permille: number }[]): Explanation =>
  stated(
    t('ui.explain.use-of', { site: node.site }),
    '',
    t('ui.term.reach.text'),
    shares.map(({ label, permille }) => ({ label, amount: null, text: percent(permille) })),
  );

/** The best public model now, less the best of a turn ago. */
export function capabilityChange(actor: string, nowMilli: number, changeMilli: number): Explanation {
  return {
    title: t('ui.explain.capability-change', { actor }),
    value: wholePoints(changeMilli),
    total: changeMilli,
    format: wholePoints,
    parts: [
      { label: t('ui.explain.now'), amount: nowMilli },
      { label: t('ui.explain.turn-before'), amount: changeMilli - nowMilli },
    ],
    rule: t('ui.explain.capability-change.rule'),
  };
}

/** What the grid gives at a site, from the start and since. */
export function gridPower(node: MapNode, power: NonNullable<Site['power']>): Explanation {
  const { usedMw, limitMw } = node.power ?? { usedMw: 0, limitMw: power.limitMw };
  return {
    title: t('ui.explain.grid', { site: node.site }),
    value: t('ui.list.power-of', { used: usedMw, limit: limitMw }),
    total: limitMw,
    format: (mw) => t('ui.mw', { mw }),
    parts: [
      { label: t('ui.explain.grid.start'), amount: power.limitMw },
      { label: t('ui.explain.grid.growth'), amount: limitMw - power.limitMw },
    ],
    rule: t('ui.explain.grid.rule'),
  };
}

/** Compute of others that is paid for turn by turn. */
export const rented = (title: string, milliH100e: number, untilTurn: number): Explanation =>
  stated(title, compute(milliH100e), t('ui.explain.rented.rule', { untilTurn }));
