/** Making laws: what one costs a government now, whom it may aim at, and how it enters the book a turn before it bites. */
import type { Lever } from '../ruleset/catalogue.ts';
import { CONTROL_LEVERS, RETALIATION_LEVERS } from '../ruleset/catalogue.ts';
import type { LawDef, LawSetting } from '../ruleset/schema/policy.ts';
import type { Cause } from '../state/ledger.ts';
import type { LawState } from '../state/schema.ts';
import { floorInt } from '../util/exact-math.ts';
import { contentKeys, sortedEntries, sortedKeys, sortedValues } from '../util/ids.ts';
import { spendCapital } from './accounts.ts';
import { byEntry, byRule, record } from './entries.ts';
import { actorOf, blocIds, blocOf, type Ground, isFirm, leadMilli, parameterOf } from './know.ts';
import { countLaws, forgetLaws, inForce } from './levers.ts';
import type { Known, Rejection } from './order-kind.ts';
import { no } from './orders/reject.ts';
import { breakPromises } from './phases/deals.ts';
import { placesOf } from './phases/law.ts';
import { knowsTech } from './research.ts';
import { actor, open, type Turn } from './turn.ts';

/** Turns from the order to the first turn in force: announced now, known while planning the next, biting after it. */
export const NOTICE_TURNS = 2;

/** Laws of given levers that the seat's government can make with what it knows. */
export function lawsOf(known: Known, levers: readonly Lever[]): LawDef[] {
  return contentKeys(known.ruleset.laws)
    .map((id) => known.ruleset.laws[id] as LawDef)
    .filter((law) => levers.includes(law.lever) && mayMake(known, law));
}

const mayMake = (known: Known, law: LawDef): boolean =>
  (law.blocs.length === 0 || law.blocs.includes(blocOf(known, known.seat))) &&
  (law.requires === null || knowsTech(known, known.seat, law.requires));

export const settingOf = (law: LawDef | undefined, key: string): LawSetting | undefined =>
  law?.settings.find((setting) => setting.key === key);

/** Whether a lever is aimed at single firms. */
export const aimsAtFirm = (lever: Lever): boolean => lever === 'entity' || lever === 'antitrust' || lever === 'market';

/** Blocs or firms that the seat may aim a lever at. */
export function targetsOf(known: Known, lever: Lever): string[] {
  if (lever === 'refusal') return [blocOf(known, known.seat)];
  const ids = aimsAtFirm(lever) ? sortedKeys(known.state.actors) : blocIds(known);
  return ids.filter((id) => isTarget(known, lever, id));
}

function isTarget(known: Known, lever: Lever, target: string): boolean {
  const bloc = blocOf(known, known.seat);
  if (lever === 'refusal') return target === bloc;
  if (aimsAtFirm(lever))
    return Object.hasOwn(known.state.actors, target) && blocOf(known, target) !== bloc && isFirm(known, target);
  return target !== bloc && Object.hasOwn(known.state.blocs, target);
}

/** Bloc of what a law is aimed at: the target itself, or the side of the firm. */
export const blocAt = (ground: Ground, target: string): string => ground.state.actors[target]?.bloc ?? target;

/** Capital that the law costs now, as parts that add up. */
export function lawCapital(
  ground: Ground,
  government: string,
  law: LawDef,
  target: string,
): { capital: number; parts: { rule: string; capital: number }[] } {
  const self = actorOf(ground, government).open;
  const parts = [{ rule: 'rule.law.base', capital: law.capital }];
  const targetBloc = blocAt(ground, target);
  const tenths = floorInt((ground.state.blocs[targetBloc]?.open.deniedPermille ?? 0) / 100);
  if (law.capitalPerTenthDenied * tenths > 0)
    parts.push({ rule: 'rule.law.denied', capital: law.capitalPerTenthDenied * tenths });
  const recent = countLaws(
    ground.state,
    (item) =>
      item.by === government &&
      CONTROL_LEVERS.includes(item.lever) &&
      ground.state.turn - item.announcedTurn < 4 &&
      item.announcedTurn >= 0,
  );
  if (recent > 0 && CONTROL_LEVERS.includes(law.lever)) parts.push({ rule: 'rule.law.soon', capital: law.capital });
  if (law.lever === 'licence' && leadMilli(ground, blocOf(ground, government)) < parameterOf(ground, 'licence-lead-milli'))
    parts.push({ rule: 'rule.law.close-lead', capital: parameterOf(ground, 'licence-close-capital') });
  const lobbied = self.lobbying[law.lever] ?? 0;
  if (lobbied !== 0) parts.push({ rule: 'rule.law.lobby', capital: lobbied });
  let capital = 0;
  for (const part of parts) capital += part.capital;
  const discount = self.discounts.find((item) => item.lever === law.lever && item.untilTurn >= ground.state.turn);
  if (discount !== undefined) {
    const saved = floorInt((capital * (1000 - discount.permille)) / 1000);
    parts.push({ rule: 'rule.law.discount', capital: -saved });
    capital -= saved;
  }
  if (capital < 0) parts.push({ rule: 'rule.law.least', capital: -capital });
  return { capital: Math.max(0, capital), parts };
}

/** True while a truce between the blocs bars new laws. */
export const inTruce = (ground: Ground, a: string, b: string): boolean =>
  ground.state.truces.some((truce) => truce.untilTurn > ground.state.turn && truce.blocs.includes(a) && truce.blocs.includes(b));

/** True where a truce bars the law; what eases, or binds one's own side only, is free. */
const isBarred = (ground: Ground, law: LawDef, bloc: string, targetBloc: string): boolean =>
  (CONTROL_LEVERS.includes(law.lever) || RETALIATION_LEVERS.includes(law.lever)) && inTruce(ground, bloc, targetBloc);

/** Checks that all kinds of laws share. */
export function lawRejection(
  known: Known,
  law: LawDef | undefined,
  setting: string,
  target: string,
  levers: readonly Lever[],
): Rejection | null {
  if (known.ruleset.systems.sanctions === false) return no('reject.sanctions.off');
  if (law === undefined || !levers.includes(law.lever)) return no('reject.law.unknown', {}, 'law');
  if (!mayMake(known, law))
    return no('reject.law.not-yours', { law: law.id, ...(law.requires === null ? {} : { needs: law.requires }) }, 'law');
  if (settingOf(law, setting) === undefined) return no('reject.law.setting', {}, 'setting');
  if (!isTarget(known, law.lever, target)) return no('reject.law.target', {}, 'target');
  const bloc = blocOf(known, known.seat);
  const targetBloc = blocAt(known, target);
  if (isBarred(known, law, bloc, targetBloc)) return no('reject.truce', { bloc: targetBloc });
  const same = countLaws(
    known.state,
    (item) =>
      item.law === law.id &&
      item.by === known.seat &&
      item.target === target &&
      item.setting.key === setting &&
      (item.untilTurn === null || item.untilTurn > known.state.turn + NOTICE_TURNS),
  );
  return same === 0 ? null : no('reject.law.standing', { law: law.id }, 'law');
}

/** Turn in which a law ends of itself, or null where it stands until it is withdrawn. */
const ownEnd = (law: LawDef, forceTurn: number): number | null =>
  law.durationTurns === null ? null : forceTurn + law.durationTurns;

/** Takes a law out of the book; withdrawn before it takes force, what it was to replace stands again. */
export function withdrawLaw(turn: Turn, law: LawState): void {
  delete turn.state.laws[law.id];
  forgetLaws(turn.state.laws);
  const def = turn.ruleset.laws[law.law];
  if (def === undefined || inForce(turn.state, law)) return;
  for (const other of sortedValues(turn.state.laws)) if (replaces(law, other)) other.untilTurn = ownEnd(def, other.forceTurn);
}

/** True where the newer law takes the place of the older. */
const replaces = (newer: Pick<LawState, 'law' | 'by' | 'target' | 'chip'>, older: LawState): boolean =>
  older.law === newer.law && older.by === newer.by && older.target === newer.target && older.chip === newer.chip;

/**
 * Writes a law into the book; an older one of the same kind and target ends when it takes force. A truce that was agreed
 * in the same turn comes first: the law is dropped, and costs nothing.
 */
export function announceLaw(
  turn: Turn,
  by: string,
  law: LawDef,
  settingKey: string,
  target: string,
  chip: string | null,
  cause: Cause,
  notice = NOTICE_TURNS,
): void {
  const setting = settingOf(law, settingKey);
  if (setting === undefined) return;
  const targetBloc = blocAt(turn, target);
  if (isBarred(turn, law, blocOf(turn, by), targetBloc)) {
    record(turn, {
      topic: 'law',
      subject: target,
      unit: 'laws',
      amount: 0,
      causes: [cause, byRule('rule.truce')],
      line: { id: 'report.law.barred', params: { by, law: law.id } },
      weight: 6,
    });
    return;
  }
  const { capital, parts } = lawCapital(turn, by, law, target);
  const self = open(turn, by);
  const paid = spendCapital(
    turn,
    by,
    capital,
    parts.map((part) => byRule(part.rule, -part.capital)),
  );
  self.lobbying[law.lever] = 0;
  const used = self.discounts.findIndex((item) => item.lever === law.lever && item.untilTurn >= turn.state.turn);
  if (used >= 0) self.discounts.splice(used, 1);
  const id = `${law.id}/${by}/${target}/${turn.state.turn}`;
  const forceTurn = turn.state.turn + notice;
  for (const [otherId, other] of sortedEntries(turn.state.laws)) {
    if (replaces({ law: law.id, by, target, chip }, other)) {
      if (other.forceTurn > turn.state.turn) delete turn.state.laws[otherId];
      else other.untilTurn = Math.min(forceTurn, ownEnd(law, other.forceTurn) ?? forceTurn);
    }
  }
  turn.state.laws[id] = {
    id,
    law: law.id,
    lever: law.lever,
    by,
    bloc: actor(turn, by).bloc,
    target,
    chip,
    setting,
    announcedTurn: turn.state.turn,
    forceTurn,
    untilTurn: ownEnd(law, forceTurn),
  };
  forgetLaws(turn.state.laws);
  record(turn, {
    topic: 'law',
    subject: target,
    unit: 'laws',
    amount: 1,
    item: id,
    causes: [cause, ...byEntry(paid)],
    line: {
      id: `report.law.announced`,
      params: { by, law: law.id, setting: `${law.id}.${setting.key}`, target, forceTurn, capital },
    },
    places: placesOf(turn, { lever: law.lever, bloc: actor(turn, by).bloc, target }),
    weight: 9,
  });
  const denied = turn.state.blocs[target]?.open.deniedPermille ?? 0;
  const points =
    law.escalation > 0 && denied > parameterOf(turn, 'escalation-denied-permille') && CONTROL_LEVERS.includes(law.lever)
      ? law.escalation * 2
      : law.escalation;
  if (points !== 0) turn.scratch.escalation.push({ by: actor(turn, by).bloc, points, cause: { kind: 'law', id, by } });
  if (CONTROL_LEVERS.includes(law.lever)) breakPromises(turn, by, 'no-law', targetBloc, law.lever);
  else if (RETALIATION_LEVERS.includes(law.lever)) breakPromises(turn, by, 'no-retaliation', targetBloc, law.lever);
}
