/** Explanations of what labs have: capability of a model, cost of its training, its change on the board. */
import { capabilityOf } from '#shared/rules/capability.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import { researchPrice, researchSpeed } from '#shared/rules/research.ts';
import type { Tech } from '#shared/ruleset/schema/technology.ts';
import type { Entry } from '#shared/state/ledger.ts';
import type { Model } from '#shared/state/schema.ts';
import { money, number, percent, points, wholePoints } from '../text/quantity.ts';
import { listOf, name, t } from '../text.ts';
import type { ExplainedPart, Explanation } from './explanation.ts';
import { fromLedger } from './from-ledger.ts';
import type { World } from './scores.ts';

const BASE_PARTS = ['rule.capability.base', 'rule.capability.compute'];

/** Points of a model: those of its compute, which the rules reckon, and the rest, which recipe and luck make. */
export function modelPoints(world: World, model: Model): Explanation {
  const known = model.eflop > 0;
  const parts: ExplainedPart[] = known
    ? capabilityOf(world, model.by, model.eflop)
        .parts.filter((part) => BASE_PARTS.includes(part.rule))
        .map((part) => ({ label: t(part.rule), amount: part.milli }))
    : [];
  const rest = model.capabilityMilli - parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const techs = model.techs.map((tech) => name(tech, 'tech'));
  const label = !known
    ? t('ui.why.undisclosed')
    : techs.length === 0
      ? t('ui.explain.model.secret-recipe')
      : t('ui.explain.model.recipe', { techs: listOf(techs) });
  return {
    title: t('ui.explain.model', { name: model.name, actor: model.by }),
    value: wholePoints(model.capabilityMilli),
    total: model.capabilityMilli,
    format: points,
    parts: [...parts, { label, amount: rest }],
    rule: t('ui.term.capability.text'),
  };
}

export function modelCost(model: Model): Explanation {
  return {
    title: t('ui.explain.model-cost', { name: model.name, actor: model.by }),
    value: money(model.costKusd),
    total: null,
    format: money,
    parts:
      model.eflop > 0
        ? [{ label: t('ui.explain.flop'), amount: null, text: t('ui.explain.flop.value', { modelEflop: model.eflop }) }]
        : [],
    rule: t('ui.explain.model-cost.rule'),
  };
}

export function researchCost(known: Known, tech: Tech): Explanation {
  const { kusd, parts } = researchPrice(known, known.seat, tech);
  const sum = parts.reduce((all, part) => all + part.kusd, 0);
  return {
    title: t('ui.explain.research', { tech: tech.id }),
    value: money(kusd),
    total: kusd,
    format: money,
    parts: [
      ...parts.map((part) => ({ label: t(part.rule), amount: part.kusd })),
      ...(sum === kusd ? [] : [{ label: t('ui.explain.rounding'), amount: kusd - sum }]),
    ],
    rule: t('ui.explain.research.rule'),
  };
}

/** What makes a programme faster or slower: factors, so that they multiply. */
export function researchTime(known: Known, tech: Tech): Explanation {
  const { parts } = researchSpeed(known, known.seat, tech, { joint: false, computePermille: 0 });
  return {
    title: t('ui.explain.research-time', { tech: tech.id }),
    value: number(tech.durationTurns),
    total: null,
    format: number,
    parts: parts.map((part) => ({
      label: t(part.rule),
      amount: null,
      text: t('ui.report.times', { n: Number(part.factor.toFixed(2)) }),
    })),
    rule: t('ui.explain.research-time.rule', { turns: tech.durationTurns }),
  };
}

/** Progress of a running programme: what was there a turn ago, and what the last turn added. */
export function programmeDone(known: Known, tech: string, donePermille: number, entries: readonly Entry[]): Explanation {
  const own = entries.filter((entry) => entry.item === tech);
  return fromLedger(
    { entries: own, state: known.state, topic: 'research', subject: known.seat, now: donePermille },
    { title: t('ui.explain.programme', { tech }), rule: t('ui.explain.programme.rule'), format: percent },
  );
}
