/** The counterfactual: nothing changed is the same match, unrelated luck stays, and a dropped law gives compute back. */
import { beforeAll, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import { branchMatch } from '#shared/replay/branch.ts';
import { bandOf, branchGame, effectBand } from '#shared/replay/branch-band.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import { branchFault, openBranch, playRecord } from '#shared/replay/open-branch.ts';
import { botTurnRecord, logHeader } from '#shared/replay/record.ts';
import { playTrial } from '#shared/replay/trial.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { viewFor } from '#shared/state/view.ts';

const SEED = 'ffeeddccbbaa99887766554433221100';
let ruleset: Ruleset;
/** A whole match of easy bots in which the first government announces the hardest chip threshold in the first turn. */
let log: MatchLog;
let sanctioner = '';
let law: Order | undefined;

beforeAll(async () => {
  ({ ruleset } = await loadBaseRuleset());
  const scenario =
    Object.keys(ruleset.scenarios).sort((a, b) => (ruleset.scenarios[a]?.turns ?? 0) - (ruleset.scenarios[b]?.turns ?? 0))[0] ??
    '';
  log = { header: logHeader(ruleset, scenario, SEED, 'test'), records: [] };
  const bots = Object.fromEntries((ruleset.scenarios[scenario]?.seats ?? []).map((seat) => [seat, 'easy' as const]));
  const { state: start } = playMatch(ruleset, { scenario, seed: SEED, bots, maxTurns: 0 });
  for (const seat of Object.keys(start.actors).sort()) {
    const known = { ruleset, seat, state: viewFor(ruleset, start, seat).state };
    const thresholds = (ORDER_KINDS.announce?.candidates(known) ?? []).filter(
      (order) => ruleset.laws[String(order.law)]?.lever === 'chip-threshold' && order.setting !== undefined,
    );
    if (start.actors[seat]?.open.capital === null || thresholds.length === 0) continue;
    sanctioner = seat;
    law = thresholds[thresholds.length - 1];
  }
  playMatch(ruleset, {
    scenario,
    seed: SEED,
    bots,
    change: (turn, seat, orders) => (seat !== sanctioner ? orders : turn === 0 && law !== undefined ? [law] : []),
    onTurn: (played) => log.records.push(botTurnRecord(played)),
  });
});

test('dropping nothing gives the recorded hashes', () => {
  const { original, branch, ownLuck, causes } = branchMatch(ruleset, log, { turn: 3, changes: [], mode: 'mechanical' });
  const recorded = log.records.map((record) => (record.record === 'turn' ? record.hash : ''));
  expect(ownLuck).toBe(true);
  expect(branch.hashes).toEqual(original.hashes);
  expect(branch.hashes.slice(1)).toEqual(recorded);
  expect(causes).toEqual([]);
});

test('dropping the order of one seat leaves the luck of the others as it was', () => {
  const turn = log.records[0];
  if (turn?.record !== 'turn') throw new Error('a turn was expected');
  const study = Object.keys(turn.orders).find((seat) =>
    turn.orders[seat]?.orders.some(({ kind }) => kind === 'hire' || kind === 'research'),
  );
  const index = turn.orders[study ?? '']?.orders.findIndex(({ kind }) => kind === 'hire' || kind === 'research') ?? -1;
  const { original, branch } = branchMatch(ruleset, log, {
    turn: 0,
    changes: [{ change: 'drop', seat: study ?? '', index }],
    mode: 'mechanical',
  });
  expect(branch.hashes[1]).not.toBe(original.hashes[1]);
  const luckOf = ({ ledgers }: typeof branch) =>
    new Map(
      ledgers.flatMap((ledger, at) =>
        ledger.flatMap((entry) =>
          entry.causes
            .filter(({ id }) => id === 'rule.luck' && entry.subject !== study)
            .map(({ amount }) => [`${at} ${entry.subject}`, amount] as const),
        ),
      ),
    );
  const before = luckOf(original);
  const both = [...luckOf(branch)].filter(([run]) => before.has(run));
  expect(both.length).toBeGreaterThan(2);
  for (const [run, luck] of both) expect(luck, run).toBe(before.get(run));
});

test('a dropped law raises the compute of its target, and the law is among the causes', () => {
  expect(law).toBeDefined();
  const { original, branch, causes } = branchMatch(ruleset, log, {
    turn: 0,
    changes: [{ change: 'drop', seat: sanctioner, index: 0 }],
    mode: 'mechanical',
  });
  const target = String(law?.target);
  const compute = (history: typeof branch) =>
    history.states[history.states.length - 1]?.blocs[target]?.shared.computeMilliH100e ?? 0;
  expect(compute(branch)).toBeGreaterThan(compute(original));
  expect(causes.some(({ cause }) => cause.kind === 'law')).toBe(true);
  expect(causes.every((cause, at) => at === 0 || cause.share <= (causes[at - 1]?.share ?? 1))).toBe(true);
});

test('a match that is not over gives new luck, and bots play a behavioural branch to its end', () => {
  const running: MatchLog = { ...log, records: log.records.slice(0, 3) };
  const drop = [{ change: 'drop', seat: sanctioner, index: 0 }] as const;
  const live = branchMatch(ruleset, running, { turn: 0, changes: drop, mode: 'mechanical', games: 2 });
  expect(live.ownLuck).toBe(false);
  expect(live.branch.states[1]?.hidden.seed).not.toBe(SEED);
  expect(live.branch.states).toHaveLength(4);
  const bots = branchMatch(ruleset, running, { turn: 1, changes: [], mode: 'behavioural' });
  expect(bots.branch.states[bots.branch.states.length - 1]?.ended).not.toBe('no');
  expect(bots.botsFrom).toBe(2);
});

test('what is not there is named', () => {
  const request = { turn: 0, changes: [], mode: 'mechanical' } as const;
  const seat = sanctioner;
  const fault = (changes: Parameters<typeof branchFault>[2]['changes']) =>
    branchFault(ruleset, log, { ...request, changes })?.fault;
  expect(branchFault(ruleset, log, { ...request, turn: 99 })).toMatchObject({ fault: 'turn', turn: 99 });
  expect(fault([{ change: 'drop', seat: 'base:nobody', index: 0 }])).toBe('seat');
  expect(fault([{ change: 'drop', seat, index: 7 }])).toBe('order');
  expect(fault([{ change: 'add', seat, order: { kind: 'dance' } }])).toBe('form');
  expect(fault([{ change: 'replace', seat, index: 0, order: law }])).toBeUndefined();
});

test('many games of a branch give the band that eight of ten of them end in', () => {
  const changes = [{ change: 'drop', seat: sanctioner, index: 0 }] as const;
  const open = openBranch(ruleset, log, { turn: 0, changes, mode: 'mechanical' });
  const games = Array.from({ length: 11 }, (_, game) => branchGame(open, game));
  const target = String(law?.target);
  const ends = games.map(({ branch }) => branch[branch.length - 1]?.blocs[target]?.score ?? Number.NaN).sort((a, b) => a - b);
  expect(new Set(ends).size).toBeGreaterThan(1);
  const band = bandOf(games, target, 'score');
  expect(band.map(({ turn }) => turn)).toEqual(games[0]?.branch.map(({ turn }) => turn));
  expect(band[band.length - 1]).toMatchObject({ low: ends[1], high: ends[9] });
  const effect = effectBand(games, target, 'score');
  expect(effect.low).toBeLessThanOrEqual(effect.high);
  expect(effectBand([{ original: games[0]?.branch ?? [], branch: games[0]?.branch ?? [] }], target, 'score')).toEqual({
    low: 0,
    high: 0,
  });
  // The first game is the one that the lines are drawn of.
  const { branch } = branchMatch(ruleset, log, open.request);
  const rows = branch.states[branch.states.length - 1]?.history.filter(({ turn }) => turn >= 0);
  expect(games[0]?.branch).toEqual(rows?.map(({ turn, blocs }) => ({ turn, blocs })));
});

test('a trial without an order says what the whole branch says of the scores', () => {
  const place = { turn: 0, seat: sanctioner, index: 0 };
  const { blocs } = branchMatch(ruleset, log, {
    turn: 0,
    changes: [{ change: 'drop', seat: sanctioner, index: 0 }],
    mode: 'mechanical',
  });
  const effects = playTrial(ruleset, log, place, playRecord(ruleset, log));
  expect(Object.keys(effects).sort()).toEqual(Object.keys(blocs).sort());
  for (const [bloc, effect] of Object.entries(effects)) expect(effect).toBeCloseTo(blocs[bloc]?.effect ?? Number.NaN, 6);
  expect(Math.max(...Object.values(effects).map(Math.abs))).toBeGreaterThan(0);
});
