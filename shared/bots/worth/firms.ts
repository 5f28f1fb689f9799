/** Worth of the orders that every firm may give. */
import { freeTalent } from '../../rules/compute.ts';
import { blocOf, chipSpec, hasCapital, isLab, makersOf } from '../../rules/know.ts';
import { countLaws, lawsAgainst, saleBarrier } from '../../rules/levers.ts';
import type { Order } from '../../rules/order-kind.ts';
import { publishersOf } from '../../rules/research.ts';
import { clamp } from '../../util/exact-math.ts';
import { sortedKeys } from '../../util/ids.ts';
import type { BotContext } from '../context.ts';
import { techWorth } from './technology.ts';

export type Worth = (context: BotContext, order: Order) => number;

/** Programmes are the long game: worth as the technology, unless all places are taken by talent that is missing. */
export const researchWorth: Worth = (context, order) => {
  const tech = context.ruleset.techs[String(order.tech)];
  if (tech === undefined) return 0;
  // A government leaves to firms what firms can do.
  const branch = context.ruleset.branches[tech.branch];
  const taste = isLab(context, context.seat)
    ? 1.35
    : hasCapital(context, context.seat) && (branch?.roles.length ?? 1) > 1
      ? 0.3
      : 1;
  return techWorth(context, tech) * taste;
};

export const hireWorth: Worth = (context, order) => {
  const free = freeTalent(context.own);
  const want = clamp(60 - free, 0, 60) / 60;
  const poach = order.source === 'pool' ? 0 : -3 + 4 * context.style.bold;
  const room = clamp((context.own.cashKusd - 40 * Number(order.people) * 100) / Math.max(1, context.own.cashKusd), 0, 1);
  return (3 + 14 * want + poach) * room;
};

export const buildWorth: Worth = (context, order) => {
  const own = context.own;
  let have = 0;
  for (const site of sortedKeys(own.powerMw)) have += own.powerMw[site] ?? 0;
  for (const work of own.builds) have += work.mw;
  let coming = 0;
  for (const shipment of own.arriving) coming += (shipment.units * (chipSpec(context, shipment.chip)?.watts ?? 0)) / 1_000_000;
  const fill = (own.powerNeededMw + coming) / Math.max(1, have);
  const price = context.ruleset.sites[String(order.site)]?.power?.costKusdPerMw ?? 10_000;
  const cheap = clamp(8000 / price, 0.4, 1.4);
  return fill < 0.6 ? 1 : clamp((fill - 0.55) * 70, 0, 34) * cheap;
};

export const studyWorth: Worth = (context, order) =>
  (context.own.intel[`${String(order.target)}/${String(order.topic)}`] === undefined ? 2 : 0.3) *
  (blocOf(context, String(order.target)) === context.bloc ? 0.4 : 1);

/** Lobbying against laws that hurt: those of a lever that binds own sales or own purchases. */
export const lobbyWorth: Worth = (context, order) => {
  const government = String(order.government);
  const lever = String(order.lever);
  const standing = countLaws(context.state, (law) => law.by === government && law.lever === lever);
  const mine = makersOf(context).includes(context.seat);
  const cares = mine
    ? blocOf(context, government) === context.bloc
    : lever === 'refusal'
      ? blocOf(context, government) === context.bloc
      : false;
  const done = (context.state.actors[government]?.open.lobbying[lever] ?? 0) >= 4 ? 0.2 : 1;
  return cares ? (3 + 3 * standing) * done : 0.5;
};

export const publishWorth: Worth = (context, order) => {
  const known = context.own.techs[String(order.tech)] ?? 0;
  const age = context.state.turn - known;
  const shown = publishersOf(context, String(order.tech)).length;
  return isLab(context, context.seat)
    ? (1 + 11 * context.style.open * clamp(age / 3, 0.3, 1)) * (shown > 0 ? 1 : 0.8 - 0.3 * context.style.bold)
    : 2 * context.style.open;
};

export const reserveWorth: Worth = (context, order) => {
  const wanted = Object.keys(context.own.wanted).length > 0 ? 1 : 0.4;
  const cost = Number(order.units) / Math.max(1, context.own.cashKusd);
  const lead = order.input === 'packaging' ? 9 : 7;
  return makersOf(context).includes(context.seat) ? lead * wanted * clamp(1 - cost, 0.1, 1) : 3 * wanted;
};

/** Stops only what has lost its point: set-asides that a law has closed, or a lease behind a closed cloud. */
export const stopWorth: Worth = (context, order) => {
  const [kind, chipId = '', target = ''] = String(order.what).split('|');
  if (kind === 'aside') {
    const chip = chipSpec(context, chipId);
    const bloc = context.state.blocs[target] === undefined ? blocOf(context, target) : target;
    if (chip === null || saleBarrier(context, chip, target, bloc) !== null) return 5;
    return bloc !== context.bloc && lawsAgainst(context, bloc, 'chip-threshold', 'announced').length > 0 ? 3 : 0;
  }
  if (kind === 'rental') return lawsAgainst(context, context.bloc, 'cloud').length > 0 ? 2 : 0;
  if (kind === 'law') return context.state.escalation > 72 ? 12 : 0;
  return 0;
};
