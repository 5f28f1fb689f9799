/** Checks what an experiment names against the rules: scenario, seats, laws, parameters, orders, figures and its own arms. */
import { ORDER_KINDS, parseOrder } from '../rules/orders/registry.ts';
import { SYSTEM_IDS } from '../ruleset/catalogue.ts';
import type { DiagnosticCode } from '../ruleset/load/diagnostic.ts';
import type { Path } from '../ruleset/load/source-file.ts';
import { didYouMean } from '../ruleset/load/suggest.ts';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { ALL_SEATS, type Change } from './change.ts';
import { armsOf, type Condition, type Experiment, isGroup } from './experiment-file.ts';
import { FIGURES, type FigureInfo } from './figure-catalogue.ts';

type Say = (path: Path, code: DiagnosticCode, message: string, hint?: string) => void;
type Known = (path: Path, what: string, id: string, among: readonly string[]) => void;

export function checkReferences(experiment: Experiment, ruleset: Ruleset, say: Say): void {
  const known: Known = (path, what, id, among) => {
    if (!among.includes(id)) say(path, 'M006', `there is no ${what} "${id}"`, didYouMean(id, among).hint);
  };
  const change = (path: Path, one: Change): void => checkChange(path, one, ruleset, known, say);
  const arms = Object.keys(experiment.arms);
  known(['scenario'], 'scenario', experiment.scenario, Object.keys(ruleset.scenarios));
  if (arms.length === 0) say(['arms'], 'M004', '"arms" must have at least one arm');
  change(['base'], experiment.base);
  for (const [name, one] of Object.entries(experiment.arms)) change(['arms', name], one);
  if (experiment.ablation !== undefined) change(['ablation', 'change'], experiment.ablation.change);
  checkFigures(experiment, ruleset, known, say);
  const condition = (path: Path, one: Condition): void => {
    if (isGroup(one)) {
      for (const [index, part] of one.of.entries()) condition([...path, 'of', index], part);
      return;
    }
    for (const arm of armsOf(one)) known(path, 'arm', arm, arms);
    if ('figure' in one) known([...path, 'figure'], 'figure', one.figure, Object.keys(experiment.figures));
  };
  if (experiment.verdict !== undefined) condition(['verdict'], experiment.verdict);
  for (const [name, factor] of Object.entries(experiment.vary?.factors ?? {})) {
    const path = ['vary', 'factors', name];
    if ((factor.parameter === undefined) === (factor.levels === undefined))
      say(path, 'M004', 'a factor has either "parameter" or "levels"');
    if (factor.parameter !== undefined)
      known([...path, 'parameter'], 'parameter', factor.parameter, Object.keys(ruleset.parameters));
    for (const [level, one] of Object.entries(factor.levels ?? {})) change([...path, 'levels', level], one);
  }
}

function checkFigures(experiment: Experiment, ruleset: Ruleset, known: Known, say: Say): void {
  const subjects = { bloc: Object.keys(ruleset.blocs), seat: Object.keys(ruleset.actors), system: SYSTEM_IDS };
  for (const [name, { figure, of, turn }] of Object.entries(experiment.figures)) {
    const info: FigureInfo = FIGURES[figure];
    const path = ['figures', name];
    if (turn !== undefined && !info.atTurn) say([...path, 'turn'], 'M004', `"${figure}" is read at the end only`);
    if (info.of === null) {
      if (of !== undefined) say([...path, 'of'], 'M004', `"${figure}" belongs to nobody`, 'leave "of" out');
    } else if (of === undefined) say(path, 'M004', `"${figure}" needs "of": a ${info.of}`);
    else known([...path, 'of'], info.of, of, subjects[info.of]);
  }
}

function checkChange(path: Path, change: Change, ruleset: Ruleset, known: Known, say: Say): void {
  const seats = Object.keys(ruleset.actors);
  const seatAt = (at: Path, seat: string): void => {
    if (seat !== ALL_SEATS) known(at, 'seat', seat, seats);
  };
  for (const [index, one] of (change.orders ?? []).entries()) {
    const at = [...path, 'orders', index];
    seatAt([...at, 'seat'], one.seat);
    for (const [n, kind] of one.drop.entries()) known([...at, 'drop', n], 'kind of order', kind, Object.keys(ORDER_KINDS));
    for (const [n, order] of one.add.entries()) {
      const parsed = parseOrder(order);
      if ('order' in parsed) continue;
      const field = parsed.rejection.field ?? 'kind';
      say([...at, 'add', n, field], 'M004', `the order "${order.kind}" is not well formed at "${field}"`);
    }
  }
  for (const field of ['bots', 'openPermille'] as const)
    for (const seat of Object.keys(change[field] ?? {})) seatAt([...path, field, seat], seat);
  for (const [id, value] of Object.entries(change.parameters ?? {})) {
    const at = [...path, 'parameters', id];
    known(at, 'parameter', id, Object.keys(ruleset.parameters));
    const { min, max } = ruleset.parameters[id] ?? { min: value, max: value };
    if (value < min || value > max) say(at, 'M004', `"${id}" must be from ${min} to ${max}, not ${value}`);
  }
  for (const id of Object.keys(change.parPermille ?? {}))
    known([...path, 'parPermille', id], 'bloc or seat', id, [...Object.keys(ruleset.blocs), ...seats]);
  for (const [index, { law, by, setting }] of (change.laws ?? []).entries()) {
    const at = [...path, 'laws', index];
    const settings = ruleset.laws[law]?.settings.map((one) => one.key);
    known([...at, 'law'], 'law', law, Object.keys(ruleset.laws));
    known([...at, 'by'], 'seat', by, seats);
    if (settings !== undefined) known([...at, 'setting'], 'setting', setting, settings);
  }
  if (change.scenario !== undefined) known([...path, 'scenario'], 'scenario', change.scenario, Object.keys(ruleset.scenarios));
}
