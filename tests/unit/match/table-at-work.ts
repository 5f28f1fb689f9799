/** A table with three people, and what they say to it: for the tests of its reducer. */
import { expect } from 'vitest';
import { applyCommand } from '#shared/match/apply.ts';
import { addPerson, setConnected } from '#shared/match/people.ts';
import { isRefused } from '#shared/match/reasons.ts';
import { newTable, type Table, type TableDeps, type TableEvent } from '#shared/match/table.ts';
import { type Command, matchSettingsSchema } from '#shared/protocol/commands.ts';
import type { DealOffer } from '#shared/state/deal.ts';
import { cloneJson } from '#shared/util/clone.ts';

export const NOW = 1_000_000;
export const deps: TableDeps = {
  blocOf: (seat) => (seat < 't:c' ? 't:east' : 't:west'),
  parseOrder: (value) => {
    const order = value as { kind: string };
    return order.kind === 'good' ? { order } : { rejection: { id: 'reject.unknown-kind', params: { kind: order.kind } } };
  },
};

export function tableOf(settings: object = {}): Table {
  const table = newTable({
    matchId: 'm',
    code: 'ABCDEF',
    settings: matchSettingsSchema.parse({ scenario: 't:s', ...settings }),
    rulesetHash: 'h',
    seats: ['t:d', 't:a', 't:b', 't:c'],
  });
  for (const person of ['ann', 'bob', 'eve']) {
    addPerson(table, person, person, NOW);
    setConnected(table, person, true, NOW);
  }
  return table;
}

export function does(
  table: Table,
  person: string,
  command: Command,
  nowMs = NOW,
): { table: Table; events: readonly TableEvent[] } {
  const applied = applyCommand(table, person, command, nowMs, deps);
  if (isRefused(applied)) throw new Error(applied.rejection.id);
  return applied;
}

export function all(table: Table, commands: readonly [string, Command][]): Table {
  return commands.reduce((before, [person, command]) => does(before, person, command).table, table);
}

export function reason(table: Table, person: string, command: Command): string {
  const before = cloneJson(table);
  const applied = applyCommand(table, person, command, NOW, deps);
  expect(table).toEqual(before);
  return isRefused(applied) ? applied.rejection.id : 'ok';
}

export const take = (seat: string): Command => ({ do: 'take-seat', seat });
export const draft = (revision: number, kinds: string[] = ['good'], turn = 0): Command => ({
  do: 'draft',
  turn,
  revision,
  orders: kinds.map((kind) => ({ kind })),
});
export const ready = (is = true, turn = 0): Command => ({ do: 'ready', turn, ready: is });
export const offer = (id: string, from: string, to: string): DealOffer => ({
  id,
  from,
  to,
  turns: 1,
  terms: [{ term: 'money', from, to, kusd: 5 }],
});
export const offered = (made: DealOffer): Command => ({ do: 'offer', turn: 0, offer: made });

export function playing(settings: object = {}): Table {
  return all(tableOf(settings), [
    ['ann', take('t:a')],
    ['bob', take('t:c')],
    ['ann', { do: 'start' }],
  ]);
}
