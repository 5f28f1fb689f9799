/** A kept match whose ruleset lacks a parameter goes on where a neutral value is known, and else says what it lacks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { newMatchId, newSeed, newToken, personOf } from '#server/match/secrets.ts';
import { openStore } from '#server/store/open-store.ts';
import { beginMatch } from '#shared/match/begin.ts';
import { isRefused } from '#shared/match/reasons.ts';
import { matchSettingsSchema } from '#shared/protocol/commands.ts';
import { readRefusal } from '#shared/protocol/refusal-text.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { stableHash } from '#shared/util/stable-hash.ts';
import { ask, bootServer, Player, type Refusal, SCENARIO, type TestServer } from './harness.ts';

interface Kept {
  readonly matchId: string;
  readonly token: string;
  readonly rulesetHash: string;
}

const folder = mkdtempSync(join(tmpdir(), 'chokepoint-older-'));
let server: TestServer;
let goesOn: Kept;
let stands: Kept;

const without = ({ parameters, ...rest }: Ruleset, lost: string): Ruleset => ({
  ...rest,
  parameters: Object.fromEntries(Object.entries(parameters).filter(([id]) => !id.endsWith(`:${lost}`))),
});

/** A match that is kept with a ruleset that lacks a parameter, as if the rules had not read it then. */
async function keep(lost: string, code: string): Promise<Kept> {
  const base = await loadBaseRuleset();
  const ruleset = without(base.ruleset, lost);
  const [matchId, token, seed, rulesetHash] = [newMatchId(), newToken(), newSeed(), stableHash(ruleset)];
  const settings = matchSettingsSchema.parse({ scenario: SCENARIO, botLevel: 'easy' });
  const seat = base.ruleset.scenarios[SCENARIO]?.suggestedSeat ?? null;
  const identity = { matchId, code, seed, rulesetHash, person: personOf(token) };
  const begun = beginMatch(base.ruleset, identity, { settings, seat, name: 'Ada', start: true }, Date.now());
  if (isRefused(begun)) throw new Error(begun.rejection.id);
  const store = await openStore(folder);
  await store.saveRuleset(rulesetHash, { ruleset, locales: base.locales }, Date.now());
  await store.insertMatch({ id: matchId, code, rulesetHash, seed, ...begun }, Date.now());
  await store.close();
  return { matchId, token, rulesetHash };
}

beforeAll(async () => {
  goesOn = await keep('tuning-share', 'AAAAAA');
  stands = await keep('run-failure', 'BBBBBB');
  server = await bootServer({ dataFolder: folder });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('a match goes on with the neutral value of a parameter that came later', async () => {
  const player = await Player.join(server.origin, goesOn.matchId, goesOn.token);
  const { body } = await ask<{ ruleset: Ruleset }>(server.origin, `/api/rulesets/${goesOn.rulesetHash}`);
  expect(Object.values(body.ruleset.parameters).find(({ id }) => id.endsWith(':tuning-share'))).toMatchObject({ value: 0 });
  expect((await player.command({ do: 'ready', turn: 0, ready: true })).ok).toBe(true);
  await player.until(() => player.view?.reports === 1);
  expect(player.table?.turn).toBe(1);
  await player.room.leave();
});

test('a match whose ruleset lacks what has no neutral value is refused with the name of it', async () => {
  const lacks = { id: 'reject.ruleset-lacks', params: { parameters: 'run-failure' } };
  const joined = await ask<Refusal>(server.origin, `/api/matches/${stands.matchId}/join`, { name: 'Bo', seat: null });
  expect([joined.status, joined.body.error]).toEqual([409, lacks]);
  const refused = await Player.join(server.origin, stands.matchId, stands.token).catch((error: unknown) => error);
  expect(readRefusal((refused as Error).message)).toEqual(lacks);
});
