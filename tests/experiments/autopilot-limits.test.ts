/** Over whole matches an autopilot never breaks a limit that its owner stated, in any seat, at any level. */
import { describe, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { dealKusd } from '#shared/bots/limits.ts';
import { type PlayedTurn, playMatch } from '#shared/experiment/simulate.ts';
import { type AutopilotLimits, NO_LIMITS } from '#shared/protocol/autopilot.ts';
import type { BotLevel } from '#shared/protocol/commands.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { counts } from '#tests/counts.ts';

const { ruleset } = await loadBaseRuleset();

/** What a seat did in a turn that a limit may forbid. */
interface Deed {
  readonly before: MatchState;
  readonly played: PlayedTurn;
  readonly seat: string;
}

const ordersOf = ({ played, seat }: Deed) => played.orders[seat] ?? [];
const dealsOf = ({ played, seat }: Deed) => played.deals.filter((deal) => deal.from === seat || deal.to === seat);
const kindsOf = (deed: Deed, kind: string) => ordersOf(deed).filter((order) => order.kind === kind);

/** Money that left the seat's purse by its orders of this turn and by deals signed in it, thousand dollars. */
function spentKusd(deed: Deed): number {
  const { played, seat } = deed;
  const own = `${played.turn}/${seat}/`;
  let kusd = 0;
  for (const entry of played.resolution.ledger) {
    if (entry.unit !== 'kusd' || entry.from !== `actor:${seat}`) continue;
    if (entry.causes.some((cause) => cause.kind === 'order' && cause.id.startsWith(own))) kusd += entry.amount;
  }
  return kusd + dealsOf(deed).reduce((sum, deal) => sum + dealKusd(deal, seat), 0);
}

/** Capital that the seat's orders of this turn took. */
function capitalSpent({ played, seat }: Deed): number {
  const own = `${played.turn}/${seat}/`;
  let points = 0;
  for (const entry of played.resolution.ledger) {
    if (entry.topic !== 'capital' || entry.subject !== seat || (entry.after ?? 0) >= (entry.before ?? 0)) continue;
    if (entry.causes.some((cause) => cause.kind === 'order' && cause.id.startsWith(own)))
      points += (entry.before ?? 0) - (entry.after ?? 0);
  }
  return points;
}

/** Escalation that the seat's orders, its laws of this turn or its broken deals caused. */
function provoked({ played, seat }: Deed): number {
  let points = 0;
  for (const entry of played.resolution.ledger) {
    if (entry.topic !== 'escalation') continue;
    for (const cause of entry.causes) if (cause.by === seat && (cause.amount ?? 0) > 0) points += cause.amount ?? 0;
  }
  return points;
}

/** Sums up to what a limit forbids: 0 when it was kept. */
type Watch = (deed: Deed) => number;

const KEEP_KUSD = 400_000;
const KEEP_CAPITAL = 25;
const LIMITS: readonly { name: string; limits: Partial<AutopilotLimits>; broken: Watch }[] = [
  { name: 'no deals', limits: { noDeals: true }, broken: (deed) => dealsOf(deed).length },
  { name: 'no escalation', limits: { noEscalation: true }, broken: provoked },
  {
    name: 'no open weights',
    limits: { noOpenWeights: true },
    broken: (deed) => kindsOf(deed, 'release').filter((order) => order.way !== 'api').length,
  },
  { name: 'no publishing', limits: { noPublishing: true }, broken: (deed) => kindsOf(deed, 'publish').length },
  { name: 'no grey market', limits: { noGreyMarket: true }, broken: (deed) => kindsOf(deed, 'buy-grey').length },
  {
    name: 'no poaching',
    limits: { noPoaching: true },
    broken: (deed) => kindsOf(deed, 'hire').filter((order) => order.source !== 'pool').length,
  },
  {
    name: 'keep cash',
    limits: { keepCashKusd: KEEP_KUSD },
    broken: (deed) => Math.max(0, spentKusd(deed) - Math.max(0, (deed.before.actors[deed.seat]?.own.cashKusd ?? 0) - KEEP_KUSD)),
  },
  {
    name: 'keep capital',
    limits: { keepCapital: KEEP_CAPITAL },
    broken: (deed) =>
      Math.max(0, capitalSpent(deed) - Math.max(0, (deed.before.actors[deed.seat]?.open.capital ?? 0) - KEEP_CAPITAL)),
  },
];

function brokenIn(limits: Partial<AutopilotLimits>, broken: Watch, level: BotLevel, seed: string): number {
  const scenario = 'base:long-race';
  const all = ruleset.scenarios[scenario]?.seats ?? [];
  let before = newMatch(ruleset, scenario, seed);
  let sum = 0;
  playMatch(ruleset, {
    scenario,
    seed,
    bots: Object.fromEntries(all.map((seat) => [seat, level])),
    limits: Object.fromEntries(all.map((seat) => [seat, { ...NO_LIMITS, ...limits }])),
    onTurn: (played) => {
      for (const seat of all) sum += broken({ before, played, seat });
      before = played.resolution.state;
    },
  });
  return sum;
}

describe.each(LIMITS)('$name', ({ name, limits, broken }) => {
  test('is broken without the limit and never with it', () => {
    let without = 0;
    for (let game = 0; game < counts.limitGames; game += 1) {
      const seed = deriveSeed(`${name}/${game}`, 'autopilot');
      const level = game % 2 === 0 ? 'easy' : 'normal';
      without += brokenIn({}, broken, level, seed);
      expect(brokenIn(limits, broken, level, seed), `${name}, seed ${seed}, ${level}`).toBe(0);
    }
    expect(without, 'a limit that nobody would break shows nothing').toBeGreaterThan(0);
  });
});

test('a hard bot keeps all limits at once', () => {
  const seed = deriveSeed('hard', 'autopilot');
  const everything: Partial<AutopilotLimits> = Object.assign({}, ...LIMITS.map((one) => one.limits));
  const broken: Watch = (deed) => LIMITS.reduce((sum, one) => sum + one.broken(deed), 0);
  const scenario = 'base:long-race';
  let before = newMatch(ruleset, scenario, seed);
  let sum = 0;
  const limited = ruleset.scenarios[scenario]?.seats.slice(0, 4) ?? [];
  playMatch(ruleset, {
    scenario,
    seed,
    maxTurns: 6,
    bots: Object.fromEntries(limited.map((id) => [id, 'hard' as const])),
    limits: Object.fromEntries(limited.map((id) => [id, { ...NO_LIMITS, ...everything }])),
    onTurn: (played) => {
      for (const id of limited) sum += broken({ before, played, seat: id });
      before = played.resolution.state;
    },
  });
  expect(sum).toBe(0);
});
