/** Mods of a new match: what is offered, what is played, and what is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ModInfo } from '#shared/protocol/mod-info.ts';
import type { RulesetBody } from '#shared/protocol/ruleset-body.ts';
import type { ScenarioInfo } from '#shared/protocol/scenario-info.ts';
import { ask, bootServer, SCENARIO, type TestServer } from './harness.ts';

interface Created {
  matchId: string;
  error: { id: string };
}
interface Listed {
  matchId: string;
  settings: { mods: string[] };
}

let server: TestServer;
beforeAll(async () => {
  server = await bootServer();
});
afterAll(() => server.stop());

const MOD = 'controls-only-hurt';
const create = (mods: string[]) =>
  ask<Created>(server.origin, '/api/matches', {
    settings: { scenario: SCENARIO, botLevel: 'easy', listed: true, mods },
    seat: null,
    name: 'Ada',
    start: false,
  });

test('an installed mod is offered with its own words in every language, and its rules can be read', async () => {
  const { body } = await ask<ModInfo[]>(server.origin, '/api/mods');
  const mod = body.find(({ id }) => id === MOD);
  if (mod === undefined) throw new Error(`${MOD} is not offered`);
  for (const language of ['en', 'de', 'zh', 'es']) {
    expect(mod.words[language]?.[`mod.${MOD}`]).toMatch(/./);
    expect(mod.words[language]?.[`mod.${MOD}.text`]).toMatch(/./);
  }
  const base = (await ask<ScenarioInfo[]>(server.origin, '/api/scenarios')).body[0]?.rulesetHash;
  const hash = mod.scenarios[0]?.rulesetHash;
  expect(hash).not.toBe(base);
  const { ruleset } = (await ask<RulesetBody>(server.origin, `/api/rulesets/${hash}`)).body;
  expect(ruleset.mods.map(({ id }) => id)).toEqual(['base', MOD]);
});

test('a match is pinned to the rules of its mods, and an unknown mod is refused', async () => {
  const plain = await create([]);
  const modded = await create([MOD]);
  expect([plain.status, modded.status]).toEqual([201, 201]);
  const listed = (await ask<Listed[]>(server.origin, '/api/matches')).body;
  const settings = listed.find(({ matchId }) => matchId === modded.body.matchId)?.settings;
  expect(settings?.mods).toEqual([MOD]);
  const refused = await create(['nowhere']);
  expect([refused.status, refused.body.error.id]).toEqual([409, 'reject.unknown-mod']);
  expect((await create(['../base'])).status).toBe(400);
});
