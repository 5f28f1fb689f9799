/** All rules as tables, read from the ruleset: what a mod changes, this page shows. */
import type { Cost } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { PHASES } from '#shared/state/ledger.ts';
import { TERMS } from '../help/terms.ts';
import { effectFigure, effectWords } from '../text/effect.ts';
import { money, number, percent } from '../text/quantity.ts';
import { listOf, name, t } from '../text.ts';
import { type CostRange, orderCosts } from './order-costs.ts';
import { seenOf } from './seen.ts';
import type { RuleTable } from './table.ts';

const col = (id: string): string => t(`ui.rules.col.${id}`);
const names = (ids: readonly string[], hint: string): string => listOf(ids.map((id) => name(id, hint)));
const blocsOrAll = (ids: readonly string[]): string => (ids.length === 0 ? t('ui.rules.all') : names(ids, 'bloc'));

function costWords(cost: Cost): string {
  const parts = [];
  if (cost.kusd !== 0 || cost.capital === 0) parts.push(money(cost.kusd));
  if (cost.capital !== 0) parts.push(t('ui.cost.capital', { n: cost.capital }));
  return parts.join(' + ');
}

function rangeWords(range: CostRange | undefined): string {
  if (range === undefined) return t('ui.rules.cost.varies');
  const [low, high] = [costWords(range.low), costWords(range.high)];
  return low === high ? low : t('ui.range', { from: low, to: high });
}

function orders(ruleset: Ruleset): RuleTable {
  const costs = orderCosts(ruleset);
  return {
    id: 'orders',
    title: t('ui.rules.orders'),
    text: t('ui.rules.orders.text'),
    columns: ['order', 'who', 'cost', 'phase', 'seen', 'slot'].map(col),
    rows: Object.values(ruleset.orders).map((data) => [
      `${t(`order.${data.id}`)}. ${t(`order.${data.id}.text`)}`,
      names(data.roles, 'role'),
      rangeWords(costs.get(data.kind)),
      t(`phase.${ORDER_KINDS[data.kind]?.phase ?? 'state'}`),
      t(`ui.rules.seen.${seenOf(data.kind)}`),
      [
        t(data.free ? 'ui.rules.slot.free' : data.crisis ? 'ui.rules.slot.crisis' : 'ui.rules.slot.one'),
        ...(data.repeatable ? [t('ui.rules.slot.often')] : []),
        ...(data.requires === null ? [] : [t('ui.kind.needs', { tech: data.requires })]),
      ].join(' · '),
    ]),
  };
}

const phases = (): RuleTable => ({
  id: 'phases',
  title: t('ui.rules.phases'),
  text: t('ui.rules.phases.text'),
  columns: ['number', 'phase', 'what'].map(col),
  rows: PHASES.map((phase, at) => [number(at + 1), t(`phase.${phase}`), t(`ui.rules.phase.${phase}`)]),
});

const techs = (ruleset: Ruleset): RuleTable => ({
  id: 'techs',
  title: t('ui.rules.techs'),
  columns: ['code', 'tech', 'needs', 'cost', 'effect'].map(col),
  rows: Object.values(ruleset.techs).map((tech) => [
    tech.code,
    `${name(tech.id, 'tech')}. ${t(`tech.${tech.id}.text`)}`,
    tech.requires.map((id) => ruleset.techs[id]?.code ?? id).join(', '),
    [
      tech.capital > 0 ? t('ui.cost.capital', { n: tech.capital }) : money(tech.priceKusd),
      t('ui.cost.talent', { n: tech.talent }),
      t('ui.rules.turns', { n: tech.durationTurns }),
    ].join(' · '),
    tech.effects.map((effect) => `${effectFigure(effect)} ${effectWords(effect)}`).join('; '),
  ]),
});

const laws = (ruleset: Ruleset): RuleTable => ({
  id: 'laws',
  title: t('ui.rules.laws'),
  columns: ['law', 'who', 'settings', 'cost', 'escalation'].map(col),
  rows: Object.values(ruleset.laws).map((law) => [
    `${name(law.id, 'law')}. ${t(`lever.${law.lever}.text`)}`,
    blocsOrAll(law.blocs),
    listOf(law.settings.map((setting) => t(`law.${law.id}.${setting.key}`))),
    [
      t('ui.cost.capital', { n: law.capital }),
      ...(law.upkeepCapital > 0 ? [t('ui.rules.upkeep', { n: law.upkeepCapital })] : []),
      ...(law.durationTurns === null ? [] : [t('ui.rules.turns', { n: law.durationTurns })]),
    ].join(' · '),
    law.escalation > 0 ? `+${number(law.escalation)}` : number(law.escalation),
  ]),
});

const chips = (ruleset: Ruleset): RuleTable => ({
  id: 'chips',
  title: t('ui.rules.chips'),
  columns: ['chip', 'maker', 'tpp', 'memory', 'worth', 'price', 'needs'].map(col),
  rows: Object.values(ruleset.chips).map((chip) => [
    name(chip.id, 'chip'),
    name(chip.maker, 'actor'),
    number(chip.tpp),
    `${number(chip.memoryGbPerS)} GB/s`,
    `${chip.trainMilliH100e / 1000} H100e`,
    money(chip.priceKusd),
    chip.requires === null ? '' : name(chip.requires, 'tech'),
  ]),
});

function scoring(ruleset: Ruleset): RuleTable {
  const scenario = Object.values(ruleset.scenarios).sort((a, b) => a.turns - b.turns)[0];
  const measures = ['frontier', 'reach', 'resilience'] as const;
  const { bloc, role } = scenario?.weights ?? { bloc: null, role: {} };
  return {
    id: 'scoring',
    title: t('ui.rules.scoring'),
    text: t('ui.rules.scoring.text', { n: scenario?.weights.winningBlocPoints ?? 0 }),
    columns: [col('who'), ...measures.map((measure) => t(`ui.standing.${measure}`)), t('ui.goal')],
    rows: [
      ...(bloc === null ? [] : [[t('ui.rules.bloc'), ...measures.map((measure) => percent(bloc[measure])), '–']]),
      ...Object.entries(role).map(([id, weights]) => [
        name(id, 'role'),
        ...measures.map((measure) => percent(weights[measure])),
        percent(weights.objective),
      ]),
      ...(scenario?.seats ?? []).map((seat) => [name(seat, 'actor'), '', '', '', t(`objective.${seat}`)]),
    ],
  };
}

const parameters = (ruleset: Ruleset): RuleTable => ({
  id: 'parameters',
  title: t('ui.rules.parameters'),
  text: t('ui.rules.parameters.text'),
  columns: ['parameter', 'value', 'what', 'source'].map(col),
  lang: 'en',
  rows: Object.values(ruleset.parameters).map((one) => [one.id, `${one.value} ${one.unit}`, one.doc, one.source]),
});

const glossary = (): RuleTable => ({
  id: 'terms',
  title: t('ui.rules.terms'),
  columns: ['term', 'what'].map(col),
  rows: TERMS.map((id) => [t(`ui.term.${id}`), t(`ui.term.${id}.text`)]),
});

export function ruleTables(ruleset: Ruleset): RuleTable[] {
  return [
    glossary(),
    phases(),
    orders(ruleset),
    techs(ruleset),
    laws(ruleset),
    chips(ruleset),
    scoring(ruleset),
    parameters(ruleset),
  ];
}
