/**
 * Production: a maker builds what is asked for and not in stock, as far as dies, memory and packaging reach. Contracts
 * and set-asides come first; the rest is cut pro rata.
 */
import type { Chip } from '../ruleset/schema/world.ts';
import type { Cause } from '../state/ledger.ts';
import { floorInt } from '../util/exact-math.ts';
import { sortedEntries } from '../util/ids.ts';
import { moveChips, pay } from './accounts.ts';
import { barrierTo } from './demand.ts';
import { byEntry, byRule, record } from './entries.ts';
import { blocOf, parameterOf, productLine } from './know.ts';
import { lawsAgainst } from './levers.ts';
import type { Inputs, MakerPlan, Plan } from './scratch.ts';
import { writeShortage } from './shortage.ts';
import { type Draw, drawFrom, type Input, mineralFactor } from './supply.ts';
import { addTo, own, type Turn } from './turn.ts';

/** Units of a chip that may be sold this turn, by bid tier; set-asides count as first. */
function planOf(turn: Turn, chip: Chip): Plan {
  let first = 0;
  let rest = 0;
  const aside = turn.state.actors[chip.maker]?.open.setAside[chip.id] ?? {};
  const asideLeft: Record<string, number> = { ...aside };
  for (const bid of turn.scratch.bids) {
    if (bid.chip.id !== chip.id || barrierTo(turn, bid) !== null) continue;
    if (bid.tier === 'contract') {
      first += bid.units;
      continue;
    }
    const key = (asideLeft[bid.buyer] ?? 0) > 0 ? bid.buyer : bid.bloc;
    const fromAside = Math.min(asideLeft[key] ?? 0, bid.units);
    if (fromAside > 0) asideLeft[key] = (asideLeft[key] ?? 0) - fromAside;
    first += fromAside;
    rest += bid.units - fromAside;
  }
  // Chips set aside are built even if not all are asked for: that is the risk of setting aside.
  for (const [, units] of sortedEntries(asideLeft)) first += Math.max(0, units);
  const stock = own(turn, chip.maker).inventory[chip.id] ?? 0;
  const fromStock = Math.min(stock, first);
  return { chip, first: first - fromStock, rest: Math.max(0, rest - (stock - fromStock)) };
}

function makerPlanOf(turn: Turn, maker: string): MakerPlan {
  const plans = productLine(turn, maker).map((chip) => planOf(turn, chip));
  const first: Inputs = { logic: 0, memory: 0, packaging: 0 };
  const all: Inputs = { logic: 0, memory: 0, packaging: 0 };
  for (const plan of plans) {
    addNeeds(first, plan.chip, plan.first);
    addNeeds(all, plan.chip, plan.first + plan.rest);
  }
  return { plans, first, all };
}

function addNeeds(needs: Inputs, chip: Chip, units: number): void {
  needs.logic += units * chip.dies;
  needs.memory += units * chip.stacks;
  needs.packaging += units;
}

/** Inputs that all makers want for what is asked of them, before any is drawn. */
export function planInputs(turn: Turn, makers: readonly string[]): void {
  for (const maker of makers) {
    const owner = own(turn, maker);
    const whole = makerPlanOf(turn, maker);
    turn.scratch.makerPlans.set(maker, whole);
    turn.scratch.inputWants.logic[maker] = Math.max(0, whole.all.logic - owner.offshoreDies);
    turn.scratch.inputWants.memory[maker] = Math.max(0, whole.all.memory - owner.memoryStacks);
    turn.scratch.inputWants.packaging[maker] = whole.all.packaging;
  }
}

/** Stacks bought ahead while a memory control is announced. */
function memoryRush(turn: Turn, maker: string, needed: number): number {
  const announced = lawsAgainst(turn, blocOf(turn, maker), 'memory', 'announced');
  return announced.length === 0 ? 0 : floorInt(needed * parameterOf(turn, 'memory-rush-turns'));
}

export function produce(turn: Turn, maker: string): void {
  const owner = own(turn, maker);
  owner.madeByTurn = owner.madeByTurn.slice(-3);
  const whole = turn.scratch.makerPlans.get(maker) ?? makerPlanOf(turn, maker);
  const { plans, first: firstNeed } = whole;
  if (turn.ruleset.systems['chip-supply'] === false) {
    build(turn, maker, plans, 1, 1, []);
    return;
  }
  const { logic: dies, memory: stacks, packaging: units } = whole.all;
  const rush = memoryRush(turn, maker, stacks);
  const drawn = {
    logic: drawInput(turn, maker, 'logic', dies, owner.offshoreDies),
    memory: drawInput(turn, maker, 'memory', stacks + rush, owner.memoryStacks),
    packaging: drawInput(turn, maker, 'packaging', units, 0),
  };
  const minerals = mineralFactor(turn, maker);
  const capacity = {
    logic: drawn.logic.units + owner.offshoreDies,
    memory: drawn.memory.units + owner.memoryStacks,
    packaging: floorInt(drawn.packaging.units * minerals.factor),
  };
  const stopped = minerals.laws.map((law) => ({ ...law, amount: capacity.packaging - drawn.packaging.units }));
  const fill = (have: number, wanted: number): number => (wanted <= 0 ? 1 : Math.min(1, have / wanted));
  const inputs: Input[] = ['logic', 'memory', 'packaging'];
  let first = 1;
  for (const input of inputs) first = Math.min(first, fill(capacity[input], firstNeed[input]));
  let rest = 1;
  const restNeed = { logic: dies - firstNeed.logic, memory: stacks - firstNeed.memory, packaging: units - firstNeed.packaging };
  for (const input of inputs) rest = Math.min(rest, fill(capacity[input] - firstNeed[input] * first, restNeed[input]));
  // The input that stops the work first: the one that holds back contracts and set-asides, else the one that holds back the rest.
  const shareOf = (input: Input): number =>
    first < 1 ? fill(capacity[input], firstNeed[input]) : fill(capacity[input] - firstNeed[input], restNeed[input]);
  const shortest = inputs.reduce((least, input) => (shareOf(input) < shareOf(least) ? input : least));
  const causes: Cause[] =
    Math.min(first, rest) >= 1
      ? []
      : shortageOf(turn, maker, shortest, [...drawn[shortest].cuts, ...(shortest === 'packaging' ? stopped : [])]);
  const made = build(turn, maker, plans, first, Math.max(0, rest), causes);
  turn.scratch.ordersOverSupplyPermille[maker] =
    units <= 0 ? 0 : floorInt((units * 1000) / Math.max(1, Math.min(units, made.units)) - 1000);
  const offshoreUsed = Math.min(owner.offshoreDies, made.dies);
  owner.offshoreDies -= offshoreUsed;
  const stackLeft = drawn.memory.units + owner.memoryStacks - made.stacks;
  owner.memoryStacks = Math.max(0, Math.min(stackLeft, owner.memoryStacks + rush));
  if (rush > 0)
    record(turn, {
      topic: 'memory-stock',
      subject: maker,
      unit: 'stacks',
      after: owner.memoryStacks,
      before: owner.memoryStacks - rush,
      causes: lawsAgainst(turn, blocOf(turn, maker), 'memory', 'announced').map((law) => ({
        kind: 'law' as const,
        id: law.id,
        by: law.by,
      })),
      audience: [maker],
      line: { id: 'report.memory.rush', params: { maker, stacks: rush } },
      weight: 5,
    });
}

/** Causes of what a maker could not build, kept for the deliveries that then fall short. */
function shortageOf(turn: Turn, maker: string, input: Input, laws: Cause[]): Cause[] {
  const entry = writeShortage(turn, maker, input, plannedDraws(turn, input));
  turn.scratch.shortages.set(maker, { input, laws, entry });
  return [...byEntry(entry), byRule(`rule.short.${input}`), ...laws];
}

/** What a maker draws of an input. Lines are shared, so the others' wants count too. */
function drawInput(turn: Turn, maker: string, input: Input, wanted: number, stock: number): Draw {
  const planned = turn.scratch.inputWants[input];
  const wants = Math.max(0, wanted - stock);
  const draws = wants === planned[maker] ? plannedDraws(turn, input) : drawFrom(turn, input, { ...planned, [maker]: wants });
  return draws[maker] ?? { units: 0, asked: [], cuts: [] };
}

/** The split of lines when every maker wants what it planned: one for all of them. */
function plannedDraws(turn: Turn, input: Input): Record<string, Draw> {
  const { draws, inputWants } = turn.scratch;
  const found = draws.get(input) ?? drawFrom(turn, input, inputWants[input]);
  draws.set(input, found);
  return found;
}

function build(
  turn: Turn,
  maker: string,
  plans: readonly Plan[],
  first: number,
  rest: number,
  causes: Cause[],
): { units: number; dies: number; stacks: number } {
  const owner = own(turn, maker);
  let made = 0;
  let dies = 0;
  let stacks = 0;
  for (const { chip, first: wantFirst, rest: wantRest } of plans) {
    const units = floorInt(wantFirst * first) + floorInt(wantRest * rest);
    if (units <= 0) continue;
    addTo(owner.inventory, chip.id, units);
    made += units;
    dies += units * chip.dies;
    stacks += units * chip.stacks;
    const wanted = wantFirst + wantRest;
    const line = { id: units < wanted ? 'report.made.short' : 'report.made', params: { maker, chip: chip.id, units, wanted } };
    const entry = moveChips(turn, 'world:fabs', `actor:${maker}/inventory`, chip.id, units, causes, {
      line,
      weight: units < wanted ? 5 : 3,
    });
    pay(turn, `actor:${maker}`, 'world:suppliers', units * chip.costKusd, [{ kind: 'entry', id: entry ?? '' }]);
  }
  owner.madeByTurn.push(made);
  return { units: made, dies, stacks };
}
