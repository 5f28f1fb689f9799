/** The autopilot at the table: theirs who sit there, never waited for, handed back by a draft, and gone with its owner. */
import { describe, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { botOrders } from '#shared/bots/bot.ts';
import { applyCommand } from '#shared/match/apply.ts';
import { dueNow } from '#shared/match/clock.ts';
import { planningMessage, presence } from '#shared/match/messages.ts';
import { addPerson, setConnected } from '#shared/match/people.ts';
import { isRefused } from '#shared/match/reasons.ts';
import { newTable, type Table, type TableDeps, type TableEvent } from '#shared/match/table.ts';
import { botKeys, gatherOrders } from '#shared/match/turn-orders.ts';
import { NO_LIMITS } from '#shared/protocol/autopilot.ts';
import { type Command, commandSchema, matchSettingsSchema } from '#shared/protocol/commands.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { viewFor } from '#shared/state/view.ts';

const NOW = 1_000;
const deps: TableDeps = { blocOf: () => 't:b', parseOrder: (value) => ({ order: value as { kind: string } }) };
const limits = { ...NO_LIMITS, noDeals: true, keepCashKusd: 5000 };
const autopilot = (on: boolean): Command => ({ do: 'autopilot', on, limits });

function does(table: Table, person: string, command: Command): { table: Table; events: readonly TableEvent[] } {
  const applied = applyCommand(table, person, command, NOW, deps);
  if (isRefused(applied)) throw new Error(applied.rejection.id);
  return applied;
}

/** Ann and Bob play, Eve watches. */
function playing(): Table {
  const settings = matchSettingsSchema.parse({ scenario: 't:s' });
  let table = newTable({ matchId: 'm', code: 'C', settings, rulesetHash: 'h', seats: ['t:a', 't:c'] });
  for (const person of ['ann', 'bob', 'eve']) {
    addPerson(table, person, person, NOW);
    setConnected(table, person, true, NOW);
  }
  const commands: [string, Command][] = [
    ['ann', { do: 'take-seat', seat: 't:a' }],
    ['bob', { do: 'take-seat', seat: 't:c' }],
    ['ann', { do: 'start' }],
  ];
  for (const [person, command] of commands) table = does(table, person, command).table;
  return table;
}

describe('the autopilot', () => {
  test('is set by who sits there; its limits are told to nobody else', () => {
    const { table, events } = does(playing(), 'ann', autopilot(true));
    expect(events).toEqual([{ event: 'autopilot', seat: 't:a', person: 'ann', autopilot: { on: true, limits } }]);
    expect(planningMessage(table, 'ann', deps).autopilot).toEqual({ on: true, limits });
    expect(planningMessage(table, 'bob', deps).autopilot).toEqual({ on: false, limits: NO_LIMITS });
    expect(planningMessage(table, 'eve', deps).autopilot).toBeNull();
    expect(presence(table).map(({ seat, autopilot: on }) => [seat, on])).toEqual([
      ['t:a', true],
      ['t:c', false],
    ]);
    const refused = applyCommand(table, 'eve', autopilot(true), NOW, deps);
    expect(isRefused(refused) && refused.rejection.id).toBe('reject.no-seat');
  });

  test('holds nobody up, but does not play a match by itself', () => {
    const { table } = does(playing(), 'ann', autopilot(true));
    expect(dueNow(table, NOW)).toBeNull();
    expect(dueNow(does(table, 'bob', { do: 'ready', turn: 0, ready: true }).table, NOW)).toBe('ready');
    const both = does(table, 'bob', autopilot(true)).table;
    expect(dueNow(both, NOW)).toBeNull();
  });

  test('a draft takes the turn back, so that it is waited for', () => {
    let { table } = does(playing(), 'ann', autopilot(true));
    const revision = table.seats['t:a']?.draft.revision ?? 0;
    table = does(table, 'ann', { do: 'draft', turn: 0, revision, orders: [{ kind: 'x' }] }).table;
    table = does(table, 'bob', { do: 'ready', turn: 0, ready: true }).table;
    expect(dueNow(table, NOW)).toBeNull();
    expect(dueNow(does(table, 'ann', { do: 'ready', turn: 0, ready: true }).table, NOW)).toBe('ready');
  });

  test('its limits go with the seat that they were stated for', () => {
    const { table } = does(playing(), 'ann', autopilot(true));
    const left = does(table, 'ann', { do: 'leave-seat' }).table;
    expect(left.seats['t:a']?.autopilot).toEqual({ on: false, limits: NO_LIMITS });
  });

  test.each([
    ['an unknown limit', { do: 'autopilot', on: true, limits: { noFun: true } }],
    ['debts to keep', { do: 'autopilot', on: true, limits: { keepCashKusd: -1 } }],
    ['half a thousand dollars', { do: 'autopilot', on: true, limits: { keepCashKusd: 0.5 } }],
  ])('%s is no command', (_what, value) => {
    expect(commandSchema.safeParse(value).success).toBe(false);
  });
});

test('an autopilot has no taste of its own: it orders as a bot without an agenda, in every match', async () => {
  const { ruleset } = await loadBaseRuleset();
  const seat = 'base:deepseek';
  let unlike = 0;
  for (let match = 0; match < 6; match += 1) {
    const state = newMatch(ruleset, 'base:october-rule', `autopilot/${match}`);
    const settings = matchSettingsSchema.parse({ scenario: 'base:october-rule' });
    let table = newTable({ matchId: 'm', code: 'C', settings, rulesetHash: 'h', seats: Object.keys(state.actors) });
    addPerson(table, 'ann', 'ann', NOW);
    setConnected(table, 'ann', true, NOW);
    for (const command of [
      { do: 'take-seat', seat },
      { do: 'start' },
      { do: 'autopilot', on: true, limits: NO_LIMITS },
    ] as Command[])
      table = does(table, 'ann', command).table;
    const given = (await gatherOrders(ruleset, state, table, async () => undefined))[seat];
    const view = viewFor(ruleset, state, seat);
    const { botLevel } = table.settings;
    const { turn, match: agenda } = botKeys(state, seat);
    expect(given?.source).toBe('autopilot');
    expect(given?.orders).toEqual(botOrders(ruleset, view, botLevel, { turn, match: null }));
    const bot = botOrders(ruleset, view, botLevel, { turn, match: agenda });
    if (JSON.stringify(bot) !== JSON.stringify(given?.orders)) unlike += 1;
  }
  expect(unlike).toBeGreaterThan(0);
});
