/**
 * Recorded matches of bots must replay to the same hashes. When a rule changes on purpose, the failure names the first
 * turn and the parts of the state that differ; `UPDATE_GOLDEN=1` then records them anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import { type MatchLog, matchLogSchema } from '#shared/replay/log.ts';
import { botTurnRecord, logHeader } from '#shared/replay/record.ts';
import { refuseReplay, replayLog, resumeLog, verifyLog } from '#shared/replay/replay.ts';
import { ENGINE_VERSION } from '#shared/rules/engine-version.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { stableHash } from '#shared/util/stable-hash.ts';

const GOLDEN = [
  { name: 'october-rule', scenario: 'base:october-rule', seed: '0c70be5e0c70be5e0c70be5e0c70be5e' },
  { name: 'long-race', scenario: 'base:long-race', seed: '10ace10ace10ace10ace10ace10ace00' },
] as const;
const UPDATE = process.env.UPDATE_GOLDEN === '1';
const fileOf = (name: string) => fileURLToPath(new URL(`./${name}.json`, import.meta.url));

function record(ruleset: Ruleset, scenario: string, seed: string, name: string): MatchLog {
  const log: MatchLog = { header: logHeader(ruleset, scenario, seed, name), records: [] };
  playMatch(ruleset, { scenario, seed, onTurn: (played) => log.records.push(botTurnRecord(played)) });
  return log;
}

/** A record a line, so that a change shows where it begins. */
function lineByLine({ header, records }: MatchLog): string {
  return `{"header":${JSON.stringify(header)},"records":[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}\n`;
}

for (const { name, scenario, seed } of GOLDEN) {
  test(`${name} replays as recorded`, async () => {
    const { ruleset } = await loadBaseRuleset();
    const file = fileOf(name);
    if (UPDATE) writeFileSync(file, lineByLine(record(ruleset, scenario, seed, name)));
    const log = matchLogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const notice = refuseReplay(ruleset, log);
    const here = { ...log, header: { ...log.header, engineVersion: ENGINE_VERSION, rulesetHash: stableHash(ruleset) } };
    const verdict = verifyLog(ruleset, here);
    expect({ verdict, notice }, 'rules or ruleset changed; if on purpose, record anew with UPDATE_GOLDEN=1').toMatchObject({
      verdict: { ok: true, turns: ruleset.scenarios[scenario]?.turns },
      notice: null,
    });
    const { states, hashes } = replayLog(ruleset, log);
    states.forEach((state, from) => {
      if (from % 5 !== 1) return;
      expect(resumeLog(ruleset, log, JSON.parse(JSON.stringify(state))).hashes).toEqual(hashes.slice(from));
    });
  });
}
