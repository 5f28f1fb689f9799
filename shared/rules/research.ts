/** Price and speed of a technology for an actor: commons, pressure, licences and who was first. */

import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import type { Branch, Tech } from '../ruleset/schema/technology.ts';
import { clamp, pow } from '../util/exact-math.ts';
import { contentKeys, sortedValues } from '../util/ids.ts';
import { actorOf, blocOf, type Ground, isLab, parameterOf } from './know.ts';
import { statOf } from './stats.ts';

export interface PricePart {
  readonly rule: string;
  readonly kusd: number;
}

/** Publishers of a technique, in order of id. */
export const publishersOf = (ground: Ground, tech: string): readonly string[] => ground.state.commons[tech] ?? [];

/** True where somebody is known to have it: it is in the commons, or in a public model. */
export function isPublic(ground: Ground, tech: string): boolean {
  if (publishersOf(ground, tech).length > 0) return true;
  for (const id in ground.state.models) if (ground.state.models[id]?.techs.includes(tech) === true) return true;
  return false;
}

/** How much of what is public an actor can absorb, 0 to 1, by its talent. */
export function absorption(ground: Ground, actor: string): number {
  const talent = actorOf(ground, actor).own?.talent ?? 0;
  return clamp(talent / parameterOf(ground, 'absorption-talent'), 0, 1);
}

function openSourceDiscount(ground: Ground, actor: string, tech: Tech): number {
  if (ground.ruleset.systems['open-source'] === false) return 0;
  const publishers = publishersOf(ground, tech.id).filter((id) => id !== actor);
  if (publishers.length === 0) return 0;
  const share =
    publishers.length >= 2 ? parameterOf(ground, 'commons-discount-two') : parameterOf(ground, 'commons-discount-one');
  return share * absorption(ground, actor);
}

const pressureOf = (ground: Ground, actor: string): number =>
  ground.ruleset.systems.pressure === false ? 0 : (ground.state.blocs[blocOf(ground, actor)]?.open.pressure ?? 0);

/** True where nobody has shown the technology to the world yet. */
export const isWorldFirst = (ground: Ground, tech: Tech): boolean => tech.mark !== 'start' && !isPublic(ground, tech.id);

/** The price that an actor pays to start, thousand dollars, as parts that add up. */
export function researchPrice(ground: Ground, actor: string, tech: Tech): { kusd: number; parts: PricePart[] } {
  const branch = ground.ruleset.branches[tech.branch];
  const list = Math.round((tech.priceKusd * (branch?.pricePermille ?? 1000)) / 1000);
  const parts: PricePart[] = [{ rule: 'rule.price.list', kusd: list }];
  const take = (rule: string, kusd: number): void => {
    if (kusd !== 0) parts.push({ rule, kusd });
  };
  if (isWorldFirst(ground, tech) && isLab(ground, actor))
    take('rule.price.first', Math.round(list * (parameterOf(ground, 'first-price') - 1)));
  take('rule.price.commons', -Math.round(list * openSourceDiscount(ground, actor, tech)));
  take('rule.price.pressure', -Math.round((list * (branch?.pressurePricePercent ?? 0) * pressureOf(ground, actor)) / 10_000));
  const own = actorOf(ground, actor).own;
  if ((own?.licences[tech.id] ?? 0) > ground.state.turn)
    take('rule.price.licence', -Math.round(list * parameterOf(ground, 'licence-discount')));
  let kusd = 0;
  for (const part of parts) kusd += part.kusd;
  const least = Math.round(list * parameterOf(ground, 'least-price'));
  if (kusd < least) take('rule.price.least', least - kusd);
  return { kusd: Math.max(kusd, least), parts };
}

/** Experiments need compute: who has little of it learns more slowly. */
function computeFactor(ground: Ground, actor: string, branch: Branch | undefined): number {
  const own = actorOf(ground, actor).own;
  if (own === undefined || !isLab(ground, actor) || own.trainMilliH100e <= 0) return 1;
  return clamp(
    pow(
      own.trainMilliH100e / parameterOf(ground, 'research-reference-milli'),
      branch?.computePowerPermille === undefined
        ? parameterOf(ground, 'research-compute-power')
        : branch.computePowerPermille / 1000,
    ),
    0.5,
    1.6,
  );
}

export interface SpeedPart {
  readonly rule: string;
  readonly factor: number;
}

/** Progress a turn, per mille of the whole, and the factors behind it. */
export function researchSpeed(
  ground: Ground,
  actor: string,
  tech: Tech,
  options: { computePermille: number; joint: boolean },
): { permille: number; parts: SpeedPart[] } {
  const branch = ground.ruleset.branches[tech.branch];
  const parts: SpeedPart[] = [];
  const take = (rule: string, factor: number): void => {
    if (factor !== 1) parts.push({ rule, factor });
  };
  take('rule.speed.skill', statOf(ground, actor, 'research-speed'));
  if (options.computePermille > 0) take('rule.speed.experiments', 1 + parameterOf(ground, 'experiments-gain'));
  if (options.joint) take('rule.speed.joint', 1 + parameterOf(ground, 'joint-gain'));
  take('rule.speed.compute', computeFactor(ground, actor, branch));
  take('rule.speed.pressure', 1 + ((branch?.pressureSpeedPercent ?? 0) * pressureOf(ground, actor)) / 10_000);
  const publishers =
    ground.ruleset.systems['open-source'] === false ? [] : publishersOf(ground, tech.id).filter((id) => id !== actor);
  if (publishers.length >= 2) take('rule.speed.commons', 1 + parameterOf(ground, 'commons-speed') * absorption(ground, actor));
  if (isWorldFirst(ground, tech) && isLab(ground, actor)) take('rule.speed.first', tech.durationTurns / (tech.durationTurns + 1));
  let factor = 1;
  for (const part of parts) factor *= part.factor;
  return { permille: Math.max(1, Math.floor((1000 / tech.durationTurns) * factor)), parts };
}

/** True where the actor's role and bloc may work on it at all. */
export function mayResearch(ground: Ground, actor: string, tech: Tech): boolean {
  const branch = ground.ruleset.branches[tech.branch];
  const self = actorOf(ground, actor);
  return (branch?.roles.includes(self.role) ?? false) && (tech.blocs.length === 0 || tech.blocs.includes(self.bloc));
}

const researchable = new WeakMap<Ruleset, Map<string, Tech[]>>();
/** All that the actor's role and bloc may work on, in order of id: found once for each ruleset. */
export function techsFor(ground: Ground, actor: string): readonly Tech[] {
  const byWho = researchable.get(ground.ruleset) ?? new Map<string, Tech[]>();
  researchable.set(ground.ruleset, byWho);
  const { role, bloc } = actorOf(ground, actor);
  const who = `${role}|${bloc}`;
  let techs = byWho.get(who);
  if (techs === undefined) {
    techs = sortedValues(ground.ruleset.techs).filter((tech) => mayResearch(ground, actor, tech));
    byWho.set(who, techs);
  }
  return techs;
}

/** Technologies that the actor's bloc shares count as known when a member has them. */
export function knowsTech(ground: Ground, actor: string, techId: string): boolean {
  const self = actorOf(ground, actor);
  if (self.own?.techs[techId] !== undefined) return true;
  return (
    ground.ruleset.techs[techId]?.sharedInBloc === true && ground.state.blocs[self.bloc]?.shared?.techs[techId] !== undefined
  );
}

/** What must be known first, and is not. */
export const missingNeeds = (ground: Ground, actor: string, tech: Tech): string[] =>
  tech.requires.filter((id) => !knowsTech(ground, actor, id));

const followers = new WeakMap<Ruleset, Map<string, Tech[]>>();
/** Technologies that need this one, in order of id. */
export function followersOf(ruleset: Ruleset, id: string): readonly Tech[] {
  let index = followers.get(ruleset);
  if (index === undefined) {
    index = new Map();
    for (const next of contentKeys(ruleset.techs)) {
      const tech = ruleset.techs[next] as Tech;
      for (const need of tech.requires) index.set(need, [...(index.get(need) ?? []), tech]);
    }
    followers.set(ruleset, index);
  }
  return index.get(id) ?? [];
}
