/** Replay from the log: rewinds, resuming, and verdicts that name the first turn that differs and in what. */
import { beforeAll, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import { type MatchLog, matchLogSchema } from '#shared/replay/log.ts';
import { botTurnRecord, logHeader } from '#shared/replay/record.ts';
import { refuseReplay, replayLog, resumeLog, standingTurns, verifyLog } from '#shared/replay/replay.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { MatchState } from '#shared/state/schema.ts';
import { cloneJson } from '#shared/util/clone.ts';

const SEED = '00112233445566778899aabbccddeeff';
const TURNS = 3;
let ruleset: Ruleset;
let log: MatchLog;
const recorded: MatchState[] = [];
beforeAll(async () => {
  ({ ruleset } = await loadBaseRuleset());
  const [scenario = ''] = Object.keys(ruleset.scenarios).sort();
  const bots = Object.fromEntries((ruleset.scenarios[scenario]?.seats ?? []).map((seat) => [seat, 'easy' as const]));
  log = { header: logHeader(ruleset, scenario, SEED, 'test'), records: [] };
  playMatch(ruleset, {
    scenario,
    seed: SEED,
    bots,
    maxTurns: TURNS,
    onTurn: (played) => {
      log.records.push(botTurnRecord(played));
      recorded.push(played.resolution.state);
    },
  });
});

test('a log survives being written and read, and replays to the same hashes', () => {
  const read = matchLogSchema.parse(JSON.parse(JSON.stringify(log)));
  expect(read).toEqual(log);
  expect(verifyLog(ruleset, read)).toMatchObject({ ok: true, turns: TURNS });
  const { states, hashes } = replayLog(ruleset, read);
  expect(hashes.slice(1)).toEqual(log.records.map((record) => (record.record === 'turn' ? record.hash : '')));
  states.forEach((state, from) => {
    expect(resumeLog(ruleset, read, JSON.parse(JSON.stringify(state))).hashes).toEqual(hashes.slice(from));
  });
});

test('turns that were taken back do not count', () => {
  const [first, second, third] = log.records;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three turns were expected');
  const rewound: MatchLog = {
    header: log.header,
    records: [first, second, { record: 'rewind', turn: 2, to: 1, person: 'host' }, second, third],
  };
  expect(standingTurns(rewound)).toEqual([first, second, third]);
  expect(verifyLog(ruleset, rewound)).toMatchObject({ ok: true, turns: TURNS });
});

test('a changed order shows in which turn and in what the match differs', () => {
  const changed = cloneJson(log);
  const second = changed.records[1];
  if (second?.record !== 'turn') throw new Error('a turn was expected');
  second.orders = {};
  const verdict = verifyLog(ruleset, changed, (turn) => recorded[turn]);
  if (verdict.ok) throw new Error('the change was not found');
  expect(verdict).toMatchObject({ turn: 1, reason: { id: 'reject.replay-differs', params: { number: 2 } } });
  expect(verdict.parts.some((part) => part.startsWith('actors '))).toBe(true);
  expect(verdict.differences[0]?.path).toMatch(/^actors\./);
});

test('logs of another engine, of another ruleset or with a gap are refused with a reason', () => {
  const of = (header: Partial<MatchLog['header']>) => ({ ...log, header: { ...log.header, ...header } });
  expect(refuseReplay(ruleset, of({ engineVersion: '0.0.1' }))?.id).toBe('reject.replay-engine');
  expect(refuseReplay(ruleset, of({ rulesetHash: 'f'.repeat(64) }))?.id).toBe('reject.replay-ruleset');
  expect(refuseReplay(ruleset, log)).toBeNull();
  const gap = { ...log, records: log.records.filter((_, index) => index !== 1) };
  expect(verifyLog(ruleset, gap)).toMatchObject({ ok: false, turn: 1, reason: { id: 'reject.replay-gap' } });
});
