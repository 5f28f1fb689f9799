/** Explanation of an estimate of a rival's secret: where its range comes from, and how long it holds. */
import { parameterOf } from '#shared/rules/know.ts';
import type { OwnActor } from '#shared/state/schema.ts';
import { inUnit, percent } from '../text/quantity.ts';
import { t } from '../text.ts';
import type { Explanation } from './explanation.ts';
import type { World } from './scores.ts';

export type Intel = OwnActor['intel'][string];

const UNITS: Readonly<Record<string, string>> = { compute: 'milliH100e', cash: 'kusd' };
export const inTopic = (value: number, topic: string): string => inUnit(value, UNITS[topic] ?? topic);

export function estimate(world: World, actor: string, topic: string, intel: Intel | undefined): Explanation {
  const title = t('ui.explain.estimate', { actor, topic: `word.topic.${topic}` });
  const format = (value: number): string => inTopic(value, topic);
  if (intel === undefined) {
    return {
      title,
      value: t('ui.why.undisclosed'),
      total: null,
      format,
      parts: [],
      rule: t('ui.explain.estimate.none'),
    };
  }
  return {
    title,
    value: t('ui.range', { from: format(intel.low), to: format(intel.high) }),
    total: null,
    format,
    parts: [
      { label: t('ui.explain.estimate.low'), amount: intel.low },
      { label: t('ui.explain.estimate.high'), amount: intel.high },
    ],
    rule: t('ui.explain.estimate.rule', {
      studyTurn: intel.turn,
      untilTurn: intel.untilTurn,
      spread: percent(Math.round(parameterOf(world, 'study-spread') * 1000)),
    }),
  };
}
