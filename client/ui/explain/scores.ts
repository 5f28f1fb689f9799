/** Explanations of scores and of what they are made of: a seat's weighted parts, a bloc's shares, frontier, reach, resilience. */
import { leadMilli } from '#shared/rules/know.ts';
import { blocScoreParts, type MEASURES, type ScorePart, seatScoreParts } from '#shared/rules/scoring/score-parts.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { number } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import type { ExplainedPart, Explanation } from './explanation.ts';

export interface World {
  readonly ruleset: Ruleset;
  readonly state: KnownState;
}

const tenth = (value: number): string => number(Math.round(value * 10) / 10);
const HUNDRED = 100;

function partOf(part: ScorePart, of: 'seat' | 'bloc'): ExplainedPart {
  const label = t(`ui.explain.part.${part.measure}`);
  if (part.of === null || part.weightPermille === null) return { label, amount: part.points };
  const weighed = t(`ui.explain.weighed.${of}`, { what: label, of: tenth(part.of), weightPermille: part.weightPermille });
  return { label: weighed, amount: part.points };
}

export function seatScore({ ruleset, state }: World, seat: string): Explanation {
  const last = state.history[state.history.length - 1];
  const score = last?.actors[seat]?.score ?? 0;
  return {
    title: t('ui.explain.score', { actor: seat }),
    value: number(Math.round(score)),
    total: score,
    format: tenth,
    parts: last === undefined ? [] : seatScoreParts({ ruleset, state }, last, seat).map((part) => partOf(part, 'seat')),
    rule: t('ui.explain.score.rule', { goal: t(`objective.${seat}`) }),
  };
}

export function blocScore({ ruleset, state }: World, bloc: string): Explanation {
  const last = state.history[state.history.length - 1];
  const score = last?.blocs[bloc]?.score ?? 0;
  return {
    title: t('ui.explain.bloc-score', { bloc }),
    value: number(Math.round(score)),
    total: score,
    format: tenth,
    parts: last === undefined ? [] : blocScoreParts({ ruleset, state }, last, bloc).map((part) => partOf(part, 'bloc')),
    rule: t('ui.explain.bloc-score.rule'),
  };
}

/** Level of two equal blocs, and points of frontier for a point of lead. */
const LEVEL = 50;
const POINTS_A_POINT = 2.5;

function frontierParts(world: World, bloc: string, value: number): ExplainedPart[] {
  const lead = leadMilli(world, bloc) / 1000;
  const byLead = value - LEVEL;
  return [
    { label: t('ui.explain.frontier.level'), amount: LEVEL },
    { label: t('ui.explain.frontier.lead', { lead: tenth(lead), each: number(POINTS_A_POINT) }), amount: byLead },
  ];
}

function reachParts({ state }: World, bloc: string, value: number): ExplainedPart[] {
  const last = state.history[state.history.length - 1];
  const parts = Object.entries(last?.actors ?? {})
    .filter(([id, row]) => state.actors[id]?.bloc === bloc && row.usePermille > 0)
    .map(([id, row]) => ({ label: name(id, 'actor'), amount: row.usePermille / 10 }));
  const rest = value - parts.reduce((sum, { amount }) => sum + amount, 0);
  return Math.abs(rest) < 0.05 ? parts : [...parts, { label: t('ui.explain.rounding'), amount: rest }];
}

export function blocMeasure(world: World, bloc: string, measure: (typeof MEASURES)[number] | 'score'): Explanation {
  if (measure === 'score') return blocScore(world, bloc);
  const history = world.state.history;
  const value = history[history.length - 1]?.blocs[bloc]?.[measure] ?? 0;
  const before = history[history.length - 2]?.blocs[bloc]?.[measure];
  const parts: ExplainedPart[] =
    measure === 'frontier'
      ? frontierParts(world, bloc, value)
      : measure === 'reach'
        ? reachParts(world, bloc, value)
        : [
            { label: t('ui.explain.resilience.all'), amount: HUNDRED },
            { label: t('ui.explain.resilience.lost'), amount: value - HUNDRED },
          ];
  return {
    title: t('ui.explain.measure', { bloc, what: t(`ui.standing.${measure}`) }),
    value: number(Math.round(value)),
    total: value,
    format: tenth,
    parts,
    rule: [
      t(`ui.term.${measure}.text`),
      ...(before === undefined ? [] : [t('ui.explain.before', { before: tenth(before) })]),
    ].join(' '),
  };
}
