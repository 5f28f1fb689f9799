/**
 * Closed catalogues that content may refer to: statistics that technologies change, levers that laws pull, supply
 * inputs, metrics that objectives measure, conditions of events and the twelve systems. Help, forms and the modder's
 * reference are generated from here. Content may use nothing that is not listed.
 */

/** A statistic: `scale` values multiply in per mille, `add` values add in the unit named. */
export interface StatInfo {
  readonly how: 'scale' | 'add';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
}

const scale = (doc: string, min = 100, max = 10000): StatInfo => ({ how: 'scale', unit: 'perMille', min, max, doc });
const add = (unit: string, doc: string, min: number, max: number): StatInfo => ({ how: 'add', unit, min, max, doc });

export const STATS = {
  'training-efficiency': scale('Effective training compute per unit of raw compute (the recipe).'),
  'work-per-chip': scale('Useful work per installed chip, all uses (kernels, precision).'),
  'serving-efficiency': scale('Users served per unit of serving compute.'),
  'research-speed': scale('Speed of research programmes.'),
  'tuning-cost': scale('Cost of post-training after a run.'),
  revenue: scale('Revenue per served user.'),
  'open-reach': scale('Spread of open models.'),
  'reach-fade': scale('How fast users forget a lab that is silent.'),
  'chips-per-mw': scale('Accelerators that one megawatt can feed.'),
  'build-cost': scale('Cost of data centres and power.'),
  'subsidy-effect': scale('What a subsidy achieves per dollar.'),
  'grey-pool': scale('Size of the grey market open to rivals of this bloc.'),
  'tool-independence': scale('How much of a tool control still bites (lower is better).'),
  'die-density': scale("Dies per wafer of the bloc's own logic lines."),
  'packaging-capacity': scale("Packaging capacity of the bloc's own lines."),
  'line-growth': scale("Growth of the bloc's own wafer lines."),
  'distil-loss': scale("How much a rival gains by distilling this bloc's models (lower is better)."),
  'capability-bonus': add('milliPoints', 'Capability added to every model trained afterwards.', 0, 20000),
  'first-bonus': add('milliPoints', 'Extra capability for the first lab in the world to know it.', 0, 20000),
  'agent-bonus': add('milliPoints', 'Capability added to agents (counts a third on the board).', 0, 20000),
  'link-recovery': add('perMille', 'Share of the slow-link loss that is won back.', 0, 1000),
  'software-maturity': add('perMille', 'Maturity of the software stack for own chips.', 0, 1000),
  'yield-growth': add('perMille', "Yield gained each turn by the bloc's own logic lines.", 0, 200),
  'yield-cap': add('perMille', "Highest yield of the bloc's own logic lines.", -300, 600),
  'own-memory': add('stacks', "Memory stacks a turn from the bloc's own line.", 0, 5000000),
  'build-turns': add('turns', 'Turns added to building (negative is faster).', -2, 2),
  'design-turns': add('turns', 'Turns added to designing a chip (negative is faster).', -2, 2),
  'power-limit': add('mw', 'Megawatts added to the limit of each home site.', 0, 100000),
  'south-trust': add('points', 'Trust of unaligned regions.', -50, 50),
} as const satisfies Record<string, StatInfo>;
export type StatId = keyof typeof STATS;
export const STAT_IDS = Object.keys(STATS) as [StatId, ...StatId[]];

/** What a law can do. Each lever is implemented once, in `shared/rules/levers.ts`. */
export const LEVERS = {
  'chip-threshold': 'No chips above a threshold of performance, memory bandwidth or link speed to the target.',
  tools: "Less equipment and servicing: the target's own fabs grow and learn more slowly.",
  memory: "No high-bandwidth memory for the target's chipmakers.",
  cloud: 'The target may not rent compute outside its own bloc.',
  models: 'The target may not buy model access, nor distil.',
  entity: "One firm is cut off from the issuer's chips, foundries and clouds.",
  talent: "Hiring from the issuer's bloc is barred.",
  minerals: "Fewer chips for the target's chipmakers.",
  market: "The target's chipmaker may not sell here.",
  antitrust: 'A fine and fewer sales for one firm of the target.',
  refusal: 'Own buyers may not import a chip, and must buy a quota of domestic ones.',
  licence: 'A chip above the threshold may be sold after all, with a share of revenue for the state.',
} as const;
export type Lever = keyof typeof LEVERS;
export const LEVER_IDS = Object.keys(LEVERS) as [Lever, ...Lever[]];

/** Levers that deny something to a rival; a licence and a refusal are not among them. */
export const CONTROL_LEVERS: readonly Lever[] = ['chip-threshold', 'tools', 'memory', 'cloud', 'models', 'entity', 'talent'];
/** Levers by which the wronged side answers. */
export const RETALIATION_LEVERS: readonly Lever[] = ['minerals', 'market', 'antitrust'];

export const SYSTEMS = {
  'chip-supply': 'Lines, yields, routes and the order of supply.',
  sanctions: 'Laws of control and retaliation.',
  compute: 'Utilisation, power and renting abroad.',
  research: 'Programmes and technologies.',
  models: 'Training runs and releases.',
  'open-source': 'Open weights, publishing and the commons.',
  pressure: 'What a bloc is denied makes it learn faster.',
  market: 'Users, revenue and the shock.',
  diplomacy: 'Deals, alliances and trust.',
  'hidden-information': 'Secrets and estimates.',
  scoring: 'Frontier, reach, resilience and objectives.',
  escalation: 'The shared track to the closing of the strait.',
} as const;
export type SystemId = keyof typeof SYSTEMS;
export const SYSTEM_IDS = Object.keys(SYSTEMS) as [SystemId, ...SystemId[]];

/** What an objective measures; implemented in `shared/rules/metrics.ts`. */
export const METRICS = {
  'mean-lead': "Mean lead of the bloc's best public model, in points.",
  'allies-below': 'Allies under an alignment of 40, counted.',
  'revenue-path': 'Revenue as a share of the path in the scenario, per mille.',
  'rival-sales': 'Share of sales that go to rival blocs, per mille.',
  'paid-use': 'Share of paid use, per mille.',
  'open-use': 'Share of open use, per mille.',
  'home-use': 'Share of use in the home region, per mille.',
  'top-two': 'Turns among the two best public models, per mille of turns.',
  'top-three-regions': 'Regions in which the lab is among the three most used, per mille.',
  'own-chips': "Share of own chips in the lab's compute, per mille.",
  distilled: 'Times that a rival distilled this lab, counted.',
  'domestic-compute': "Share of domestic chips in the bloc's compute, per mille.",
  'units-made': 'Accelerators made in the last four turns, scaled to a year.',
  'near-leader-cheaply': 'Turns within 4 points of the leader at a tenth of its cost.',
  'abroad-revenue': 'Share of revenue from outside the home region, per mille.',
  'near-best-open': 'Turns with open weights within 3 points of the best open ones.',
  'cloud-share': "Share of the bloc's lab compute, per mille.",
} as const;
export type MetricId = keyof typeof METRICS;
export const METRIC_IDS = Object.keys(METRICS) as [MetricId, ...MetricId[]];

/** What an event may ask of the state; implemented in `shared/rules/events/conditions.ts`. */
export const CONDITIONS = {
  'cheap-frontier': 'A lab is within `value` milli-points of the best model at a tenth of its cost.',
  'orders-over-supply': 'Orders for a chipmaker exceed its supply by `value` per mille.',
  'enforcement-at-least': 'A government enforces with at least `value` steps in all, and a rival still uses offshore dies.',
  'tech-under-tools': 'A technology is learned while a tool control is in force against the bloc.',
  'memory-stock-empty': 'A chipmaker under a memory control has no foreign memory left.',
  'failed-run': 'A training run failed this turn.',
  'labs-within': 'The three best labs are within `value` milli-points.',
  'cash-below-turns': 'A lab has cash for fewer than `value` turns.',
  'law-cost-sales': 'Laws cost a chipmaker at least `value` per mille of its sales.',
  'minerals-stopped': 'Minerals have been stopped for `value` turns.',
  'grid-full': 'A lab uses at least `value` per mille of its power.',
  'ally-sales-lost': 'An ally is bound by laws and its alignment is under `value`.',
  'distilled-twice': 'A lab was found distilling `value` times.',
  'licence-while-close': 'A licence is in force and the lead is under `value` milli-points.',
  'quota-costs': 'A domestic quota costs the labs of a bloc `value` per mille of their purchases.',
  'open-share-south': 'An open model has `value` per mille of an unaligned region.',
  'lead-over': 'The lead is over `value` milli-points.',
  'small-lab-top': 'A lab with little compute is among the five best.',
  'subsidy-wasted': 'Subsidies passed `value` million dollars while yield is low.',
  'truce-ends': 'A truce ends next turn.',
  'escalation-at-least': 'Escalation is at least `value`.',
} as const;
export type ConditionId = keyof typeof CONDITIONS;
export const CONDITION_IDS = Object.keys(CONDITIONS) as [ConditionId, ...ConditionId[]];

/** What an event may do; implemented in `shared/rules/events/outcomes.ts`. */
export const OUTCOMES = {
  'orders-change': "Background orders for the rival's chipmakers change by `value` per mille this turn.",
  'reach-add': "The subject's use grows by `value` per mille of each unaligned region.",
  'capital-add': 'The governments concerned gain or lose `value` capital.',
  'law-discount': 'The next law of a lever costs `value` per mille.',
  'price-change': "Prices of the subject's chips change by `value` per mille.",
  'dies-stop': 'The subject loses its offshore dies.',
  'talent-change': "The subject's talent changes by `value` per mille.",
  'pool-talent-add': 'The talent free to be hired grows by `value`.',
  'revenue-change': 'Market prices of use change by `value` per mille for a turn.',
  'alignment-add': "The ally's alignment changes by `value`.",
  'escalation-add': 'Escalation changes by `value`.',
  'cash-add': 'The subject receives `value` thousand dollars from investors.',
  'power-growth-stop': "The subject can't add power for a turn.",
  'run-keep': 'Of the failed run, `value` per mille of the work is kept.',
  'reach-fade': "The subject's open use fades by `value` per mille more.",
} as const;
export type OutcomeId = keyof typeof OUTCOMES;
export const OUTCOME_IDS = Object.keys(OUTCOMES) as [OutcomeId, ...OutcomeId[]];
