/** Two people play a whole match in real rooms; its log then gives the same match again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import { type MatchLog, matchLogSchema } from '#shared/replay/log.ts';
import { replayLog, resumeLog, standingTurns, verifyLog } from '#shared/replay/replay.ts';
import { ask, bootServer, createMatch, joinMatch, Player, SCENARIO, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await bootServer();
});
afterAll(() => server.stop());

test('eight turns, from creation to the epilogue', async () => {
  const scenarios = (await ask<ScenarioInfo[]>(server.origin, '/api/scenarios')).body;
  const scenario = scenarios.find(({ id }) => id === SCENARIO);
  if (scenario === undefined) throw new Error('the scenario is not offered');
  const first = scenario.suggestedSeat;
  const second = scenario.seats.find((seat) => seat !== first) ?? first;
  const opened = await createMatch(server.origin, { seat: first, start: false });
  expect(opened.code).toMatch(/^[A-Z2-9]{6}$/);
  const found = await ask(server.origin, `/api/codes/${opened.code.toLowerCase()}`);
  expect(found.body).toMatchObject({ matchId: opened.matchId, scenario: scenario.id, status: 'lobby' });
  const token = await joinMatch(server.origin, opened.matchId, second);
  const ada = await Player.join(server.origin, opened.matchId, opened.token);
  const bo = await Player.join(server.origin, opened.matchId, token);
  expect(ada.table?.you).toMatchObject({ seat: first, host: true, name: 'Ada' });
  expect(bo.table?.you).toMatchObject({ seat: second, host: false, name: 'Bo' });
  expect((await ada.command({ do: 'start' })).ok).toBe(true);

  expect((await ask(server.origin, `/api/matches/${opened.matchId}/log`)).status).toBe(403);

  for (let turn = 0; turn < scenario.turns; turn += 1) {
    await ada.until(() => ada.table?.turn === turn && ada.planning?.turn === turn);
    await bo.until(() => bo.table?.turn === turn && bo.planning?.turn === turn);
    expect(ada.view?.view.state.turn).toBe(turn);
    expect(ada.view?.view.seat).toBe(first);
    await ada.ready();
    expect(bo.table?.turn).toBe(turn);
    await bo.ready();
    await bo.until(() => bo.view?.reports === turn + 1);
    if (turn === 1) await checkPast(ada, first, second);
    expect(bo.view?.report.length).toBeGreaterThan(0);
  }
  await ada.until(() => ada.table?.status === 'ended' && ada.view?.view.state.ended !== 'no');
  expect(ada.room.state.status).toBe('ended');
  const early = await ada.report(0);
  expect(early.length).toBeGreaterThan(0);
  const open = await ada.past(0);
  expect(open.view.state.turn).toBe(1);
  expect(open.view.state.actors[second]?.own).toBeDefined();
  const asBo = await ada.past(0, second);
  expect(asBo.view.seat).toBe(second);
  expect(asBo.view.state.actors[second]?.own).toBeDefined();
  expect(asBo.view.state.actors[first]?.own).toBeUndefined();
  expect(asBo.report.length).toBeLessThan(open.report.length);

  const log = await ask<MatchLog>(server.origin, `/api/matches/${opened.matchId}/log`);
  expect(log.status).toBe(200);
  await checkReplay(matchLogSchema.parse(log.body), scenario.turns);

  await ada.until(() => (ada.view?.epilogue?.length ?? 0) > scenario.turns, 240_000);
  await ada.room.leave();
  await bo.room.leave();
});

/** While the match runs a turn that was played is told as the own seat knew it, and no other seat's eyes are lent. */
async function checkPast(player: Player, own: string, other: string): Promise<void> {
  const past = await player.past(0);
  expect(past.view.state.turn).toBe(1);
  expect(past.view.state.actors[own]?.own).toBeDefined();
  expect(past.view.state.actors[other]?.own).toBeUndefined();
  expect(past.report).toEqual(await player.report(0));
  await expect(player.past(0, other)).rejects.toMatchObject({ reason: { id: 'reject.no-report' } });
  await expect(player.past(2)).rejects.toMatchObject({ reason: { id: 'reject.no-report' } });
}

async function checkReplay(log: MatchLog, turns: number): Promise<void> {
  const { ruleset } = await loadBaseRuleset();
  expect(standingTurns(log)).toHaveLength(turns);
  const verdict = verifyLog(ruleset, log);
  expect(verdict).toMatchObject({ ok: true, turns });
  const { states, hashes } = replayLog(ruleset, log);
  for (const from of [1, Math.floor(turns / 2), turns - 1]) {
    const resumed = resumeLog(ruleset, log, JSON.parse(JSON.stringify(states[from])));
    expect(resumed.hashes).toEqual(hashes.slice(from));
  }
}
