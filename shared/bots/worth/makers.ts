/** Worth of the orders of a chipmaker: designs, whom to serve, software. */
import { blocOf, chipSpec } from '../../rules/know.ts';
import { lawsAgainst } from '../../rules/levers.ts';
import { clamp } from '../../util/exact-math.ts';
import type { Worth } from './firms.ts';

export const designWorth: Worth = (context, order) => {
  const base = chipSpec(context, String(order.base));
  if (base === null) return 0;
  const left = context.turnsLeft > 2 ? 1 : 0.2;
  const cut = clamp(Number(order.tpp) / base.tpp, 0.05, 1);
  return (10 + 18 * cut) * left * (0.6 + 0.6 * context.style.bold);
};

export const setAsideWorth: Worth = (context, order) => {
  const chip = chipSpec(context, String(order.chip));
  const target = String(order.target);
  const now = context.state.actors[context.seat]?.open.setAside[String(order.chip)]?.[target] ?? 0;
  const change = Math.abs(Number(order.units) - now) / Math.max(1, now, Number(order.units));
  const abroad = context.state.blocs[target] !== undefined && target !== context.bloc;
  const danger = chip !== null && abroad && lawsAgainst(context, target, 'chip-threshold', 'announced').length > 0 ? 0.3 : 1;
  const odd = !abroad && chip?.cutDownOf !== null;
  return change < 0.3 || odd ? 0.5 : 8 * change * danger * (abroad ? 0.7 + 0.5 * context.style.bold : 0.9);
};

export const softwareWorth: Worth = (context, order) => {
  if (order.work === 'stack') return 20 * (1 - context.own.softwarePermille / 1000);
  return blocOf(context, String(order.work)) === context.bloc && context.own.softwarePermille < 950 ? 7 : 0.6;
};
