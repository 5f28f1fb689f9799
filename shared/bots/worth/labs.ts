/** Worth of the orders of a lab: compute, runs, releases and money. */
import { bestModel, blocOf, chipSpec, priceOf } from '../../rules/know.ts';
import { lawsAgainst, quotaOf, saleBarrier } from '../../rules/levers.ts';
import type { Order } from '../../rules/order-kind.ts';
import { type TrainOrder, trainForecast } from '../../rules/orders/train.ts';
import type { Model } from '../../state/schema.ts';
import { clamp } from '../../util/exact-math.ts';
import { sortedKeys } from '../../util/ids.ts';
import { type BotContext, denied, hunger } from '../context.ts';
import type { Worth } from './firms.ts';

const bestOwn = (context: BotContext): number => {
  let best = bestModel(context, { actor: context.seat })?.capabilityMilli ?? 0;
  for (const id of sortedKeys(context.own.models)) best = Math.max(best, context.own.models[id]?.capabilityMilli ?? 0);
  return best;
};

/** Money for about three turns of what is spent now stays in the purse. */
const comfort = (context: BotContext, kusd: number): number =>
  clamp((context.own.cashKusd - kusd) / Math.max(1, context.own.spentKusd * 1.5 + 10_000), 0, 1);

/** How large a part of the world uses the seat's models, 0 to 1: a fifth of it is 1. */
const standing = (context: BotContext): number =>
  clamp((context.state.history[context.state.history.length - 1]?.actors[context.seat]?.usePermille ?? 0) / 200, 0, 1);

/** Megawatts that are there or being built and that no chip takes yet, those on their way counted. */
function freeMw(context: BotContext): number {
  let free = -context.own.powerNeededMw;
  for (const site of sortedKeys(context.own.powerMw)) free += context.own.powerMw[site] ?? 0;
  for (const work of context.own.builds) free += work.mw;
  for (const shipment of context.own.arriving)
    free -= (shipment.units * (chipSpec(context, shipment.chip)?.watts ?? 0)) / 1_000_000;
  return free;
}

const learnsSoon = (context: BotContext): boolean =>
  sortedKeys(context.own.programmes).some((tech) => (context.own.programmes[tech]?.donePermille ?? 0) >= 450);

export const trainWorth: Worth = (context, order) => {
  const gain = (trainForecast(context, order as TrainOrder) - bestOwn(context)) / 1000;
  if (gain < 1 || Number(order.turns) >= context.turnsLeft + 1) return 0;
  const cost = (context.own.trainMilliH100e / 1000) * (Number(order.sharePermille) / 1000) * 4.4;
  const wait = learnsSoon(context) && gain < 4 ? 0.5 : 1;
  const serve = 1 - (0.1 + 0.5 * standing(context)) * (Number(order.sharePermille) / 1000);
  // Who is short of compute saves it up for a longer run; who has plenty shows a model each turn.
  const patience = Number(order.turns) === 1 ? 1 : 0.86 + 0.25 * hunger(context);
  return clamp(12 + gain * 4, 0, 60) * wait * serve * patience * (0.3 + 0.7 * comfort(context, cost));
};

/** Worth of opening a model that is out already, or of asking another price for it. */
function renewalWorth(context: BotContext, order: Order, model: Model): number {
  if (order.way !== 'api' && !model.open) {
    // Weights of what others have passed cost no lead any more.
    const passed = clamp(((bestModel(context, {})?.capabilityMilli ?? 0) - model.capabilityMilli) / 8000, 0, 1);
    return 30 * (context.style.open * (0.4 + 0.6 * passed) - 0.4);
  }
  const dearer = Number(order.pricePermille) > model.pricePermille;
  return 10 * (dearer ? 0.3 - comfort(context, 0) : comfort(context, 0) - 0.7);
}

export const releaseWorth: Worth = (context, order) => {
  const shown = context.state.models[String(order.model)];
  if (shown !== undefined) return renewalWorth(context, order, shown);
  const model = context.own.models[String(order.model)];
  if (model === undefined) return 0;
  const gain = (model.capabilityMilli - (bestModel(context, { actor: context.seat })?.capabilityMilli ?? 0)) / 1000;
  const open = context.style.open;
  const leads = (bestModel(context, {})?.capabilityMilli ?? 0) <= model.capabilityMilli;
  const way =
    order.way === 'open'
      ? open * 1.1 - (leads ? 0.25 : 0)
      : order.way === 'both'
        ? 0.1 + open * 0.8 - (leads ? 0.15 : 0)
        : 1 - open;
  // Users come by price, as long as the purse bears it.
  const cheap = Number(order.pricePermille) < 1000 ? 8 * (comfort(context, 0) - 0.3) : 0;
  return 16 + gain * 2 + 40 * way + cheap;
};

export const buyWorth: Worth = (context, order) => {
  const chip = chipSpec(context, String(order.chip));
  if (chip === null) return 0;
  const price = chip.maker === context.seat ? chip.costKusd : priceOf(context, chip);
  const added =
    (Number(order.units) * (0.75 * chip.trainMilliH100e + 0.25 * chip.serveMilliH100e)) /
    Math.max(50_000, context.own.trainMilliH100e);
  const soon = saleBarrier(context, chip, context.seat, context.bloc, 'announced') === null ? 1 : 1.7;
  const home = blocOf(context, chip.maker) === context.bloc ? 1 + 0.2 * denied(context) : 1 - quotaOf(context, context.bloc);
  const late = context.turnsLeft <= 1 ? 0.1 : 1;
  // A cut-down chip interests only those whom a threshold binds.
  const cut = chip.cutDownOf !== null && lawsAgainst(context, context.bloc, 'chip-threshold').length === 0 ? 0.05 : 1;
  // Chips without power stand idle.
  const powered = clamp(freeMw(context) / Math.max(1, (Number(order.units) * chip.watts) / 1_000_000), 0.3, 1);
  return (
    cut *
    powered *
    26 *
    clamp(added * 2.2, 0, 1) *
    soon *
    home *
    late *
    (0.25 + 0.75 * comfort(context, Number(order.units) * price))
  );
};

export const buyGreyWorth: Worth = (context, order) => {
  const chip = chipSpec(context, String(order.chip));
  if (chip === null) return 0;
  const added = (Number(order.units) * chip.trainMilliH100e) / Math.max(50_000, context.own.trainMilliH100e);
  return 24 * context.style.bold * clamp(added * 4, 0, 1) * (0.4 + denied(context));
};

export const rentWorth: Worth = (context, order) => {
  const added = Number(order.milliH100e) / Math.max(50_000, context.own.trainMilliH100e);
  return 19 * clamp(added * 3, 0, 1) * (0.5 + 0.8 * denied(context)) * comfort(context, (Number(order.milliH100e) / 1000) * 13);
};

export const distilWorth: Worth = (context, order) => {
  const rival = bestModel(context, { actor: String(order.from) })?.capabilityMilli ?? 0;
  const gap = (rival - bestOwn(context)) / 1000;
  const foreign = blocOf(context, String(order.from)) === context.bloc ? 0.7 : 1;
  return clamp(gap * 0.9, 0, 18) * (0.2 + context.style.bold * 0.8) * foreign * (context.own.run === null ? 1 : 0.8);
};

export const raiseWorth: Worth = (context) => {
  const turns =
    context.own.cashKusd / Math.max(1, context.own.spentKusd - context.own.revenueKusd - context.own.incomeKusdPerTurn * 0.5 + 1);
  if (context.own.investorSharePermille >= 250 || context.own.cashKusd > 8 * context.own.spentKusd) return 1;
  return turns < 0 ? 5 : clamp(34 - turns * 4, 3, 34);
};
