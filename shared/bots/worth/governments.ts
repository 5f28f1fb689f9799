/** Worth of the orders of a government: when to tighten, sell, help, answer and talk. */

import { leadMilli, rivalBlocs } from '../../rules/know.ts';
import { lawCapital, settingOf } from '../../rules/law-making.ts';
import { countLaws, lawsAgainst, leverForce } from '../../rules/levers.ts';
import type { Lever } from '../../ruleset/catalogue.ts';
import { clamp } from '../../util/exact-math.ts';
import { sortedEntries } from '../../util/ids.ts';
import { type BotContext, capital } from '../context.ts';
import type { Worth } from './firms.ts';

/** Room on the escalation track: near the top every provocation is a danger to all. */
const calm = (context: BotContext): number => clamp((75 - context.state.escalation) / 40, 0, 1);

/** How much capital may go: laws must leave enough for their upkeep. */
const affordable = (context: BotContext, cost: number): number => clamp((capital(context) - cost + 6) / 14, 0, 1);

const LEVER_WORTH: Readonly<Partial<Record<Lever, number>>> = {
  'chip-threshold': 16,
  memory: 14,
  tools: 12,
  cloud: 9,
  models: 6,
  entity: 7,
  talent: 5,
};

export const announceWorth: Worth = (context, order) => {
  const law = context.ruleset.laws[String(order.law)];
  const setting = settingOf(law ?? undefined, String(order.setting));
  if (law === undefined || setting === undefined) return 0;
  const target = String(order.target);
  const now = lawsAgainst(context, target, law.lever).concat(lawsAgainst(context, target, law.lever, 'announced')).length;
  const deniedShare = (context.state.blocs[target]?.open.deniedPermille ?? 300) / 1000;
  // The behind side gains little by controls on what it does not lead in.
  const leads = clamp((leadMilli(context, context.bloc) + 4000) / 12_000, 0.15, 1);
  // What hurts at once teaches for years: a long match makes total denial a poor bargain.
  const teaches = context.turnsLeft > 8 ? 1 - 0.6 * deniedShare : 1;
  const strict =
    setting.tppMax !== undefined
      ? clamp(1.2 - setting.tppMax / 8000, 0.5, 1)
      : 0.6 + 0.4 * ((setting.strengthPermille ?? 1000) / 1000);
  const fit = 1 - Math.abs(strict - (0.55 + 0.4 * context.style.bold));
  const again = now === 0 ? 1 : 0.35;
  const { capital: cost } = lawCapital(context, context.seat, law, target);
  return (
    (LEVER_WORTH[law.lever] ?? 4) *
    leads *
    teaches *
    fit *
    again *
    calm(context) *
    affordable(context, cost) *
    (0.5 + context.style.bold * 0.6)
  );
};

export const licenseWorth: Worth = (context, order) => {
  const lead = leadMilli(context, context.bloc) / 1000;
  const deniedShare = (context.state.blocs[String(order.target)]?.open.deniedPermille ?? 0) / 1000;
  const pressure = (context.state.blocs[String(order.target)]?.open.pressure ?? 0) / 100;
  return 5 * clamp(lead - 3, 0, 8) * deniedShare * (0.6 + pressure) * (1.2 - 0.6 * context.style.bold);
};

export const winOverWorth: Worth = (context, order) => {
  const now = context.state.alignment[String(order.ally)]?.[context.bloc] ?? 0;
  const levers = context.ruleset.allies[String(order.ally)]?.levers ?? [];
  const used = countLaws(context.state, (law) => law.bloc === context.bloc && (levers as readonly string[]).includes(law.lever));
  const money = order.favour === 'money' ? clamp(context.own.cashKusd / 3_000_000, 0.3, 1) : affordable(context, 4) * 0.8;
  return (used > 0 ? 9 : 4) * clamp((90 - now) / 50, 0, 1) * money;
};

export const enforceWorth: Worth = (context, order) => {
  const controls = rivalBlocs(context, context.bloc).some((bloc) =>
    lawsAgainst(context, bloc, 'chip-threshold').some((law) => law.bloc === context.bloc),
  );
  let steps = 0;
  for (const [, step] of sortedEntries(context.state.actors[context.seat]?.open.enforcement ?? {})) steps += step;
  const here = context.state.seizures[String(order.site)] ?? 0;
  return controls ? (here > 0 ? 8 : 6) * clamp((3.5 - steps) / 3.5, 0, 1) * affordable(context, 6) : 0.4;
};

export const subsidiseWorth: Worth = (context, order) => {
  const pressed = (context.state.blocs[context.bloc]?.open.pressure ?? 0) / 100;
  const given = context.state.actors[context.seat]?.open.subsidiesKusd[String(order.purpose)] ?? 0;
  const fresh = clamp(1 - given / 1_500_000, 0.1, 1);
  const own = sortedEntries(context.state.lines).some(([, line]) => line.bloc === context.bloc && line.units > 0);
  const base =
    order.purpose === 'wafers'
      ? own
        ? 10
        : 3
      : order.purpose === 'memory'
        ? own
          ? 9
          : 3
        : order.purpose === 'vouchers'
          ? 7
          : order.purpose === 'visas'
            ? 5
            : 4;
  return base * (0.7 + pressed) * fresh * clamp(context.own.cashKusd / 1_500_000, 0.2, 1.2);
};

export const retaliateWorth: Worth = (context, order) => {
  const law = context.ruleset.laws[String(order.law)];
  const standing = countLaws(context.state, (item) => item.by === context.seat && item.law === order.law);
  const hurt = (context.state.blocs[context.bloc]?.open.deniedPermille ?? 0) / 1000;
  // Shutting out a rival's chips starves the own labs while domestic ones are few.
  const domestic = (context.state.blocs[context.bloc]?.shared?.domesticCardsPermille ?? 0) / 1000;
  const lever = law?.lever === 'minerals' ? 1 : law?.lever === 'market' ? clamp(domestic * 1.5 - 0.6, 0.03, 0.7) : 0.7;
  return standing > 0 ? 0 : (5 + 12 * hurt) * lever * calm(context) * (0.3 + 0.9 * context.style.bold);
};

export const refuseWorth: Worth = (context, order) => {
  const law = context.ruleset.laws[String(order.law)];
  const setting = settingOf(law ?? undefined, String(order.setting));
  const quota = (setting?.sharePermille ?? 0) / 1000;
  const domestic = (context.state.blocs[context.bloc]?.shared?.domesticCardsPermille ?? 0) / 1000;
  // A quota a little above what is bought at home anyway; far above it labs go without.
  const fit = 1 - clamp(Math.abs(quota - domestic - 0.1) * 2.5, 0, 0.95);
  const standing = countLaws(context.state, (item) => item.by === context.seat && item.lever === 'refusal');
  return domestic < 0.15 || domestic > 0.9 ? 0.3 : 16 * fit * (standing > 0 ? 0.3 : 1) * (0.5 + context.style.bold * 0.6);
};

export const summitWorth: Worth = (context, order) => {
  const heat = context.state.escalation;
  const controlled = leverForce(context, context.bloc, 'chip-threshold').laws.length > 0;
  const behind = leadMilli(context, context.bloc) < 0;
  return (
    clamp((heat - 42) * 0.6, 0, 40) +
    (order.aim === 'truce' && controlled && behind ? 3 : 1) * (1 - context.style.bold) +
    (heat >= 85 ? 40 : 0)
  );
};
