/** The table's reducer: each refusal has its own reason and changes nothing. */
import { describe, expect, test } from 'vitest';
import { beginPlanning, dueNow, endMatch } from '#shared/match/clock.ts';
import { planningMessage, tableMessage } from '#shared/match/messages.ts';
import { signedDeals } from '#shared/match/offers.ts';
import { AWAY_AFTER_MS, passHost, setConnected } from '#shared/match/people.ts';
import type { Command } from '#shared/protocol/commands.ts';
import { cloneJson } from '#shared/util/clone.ts';
import { all, deps, does, draft, NOW, offer, offered, playing, ready, reason, tableOf, take } from './table-at-work.ts';

describe('seats', () => {
  test('a seat is taken, refused to another, left to a bot', () => {
    const table = does(tableOf(), 'ann', take('t:a')).table;
    expect(table.seats['t:a']?.bot).toBeNull();
    expect(reason(table, 'bob', take('t:a'))).toBe('reject.seat-taken');
    expect(reason(table, 'bob', take('t:z'))).toBe('reject.unknown-seat');
    const { table: left, events } = does(table, 'ann', { do: 'leave-seat' });
    expect(left.seats['t:a']?.bot).toBe('normal');
    expect(events).toEqual([{ event: 'seat', seat: 't:a', person: 'ann', change: 'left', bot: 'normal' }]);
    expect(reason(left, 'ann', { do: 'leave-seat' })).toBe('reject.no-seat');
  });

  test('several people share a seat where the table allows it', () => {
    const table = all(tableOf({ sharedSeats: true }), [
      ['ann', take('t:a')],
      ['bob', take('t:a')],
    ]);
    expect(tableMessage(table, 'bob', NOW).seats[0]?.people.map(({ name }) => name)).toEqual(['ann', 'bob']);
    const left = does(table, 'ann', { do: 'leave-seat' }).table;
    expect(left.seats['t:a']?.bot).toBeNull();
  });

  test('only the host sets bots, and not over someone who is there', () => {
    const table = does(tableOf(), 'bob', take('t:c')).table;
    const bot: Command = { do: 'set-bot', seat: 't:c', level: 'hard' };
    expect(reason(table, 'eve', bot)).toBe('reject.not-host');
    expect(reason(table, 'ann', bot)).toBe('reject.seat-taken');
    const gone = cloneJson(table);
    setConnected(gone, 'bob', false, NOW);
    const after = does(gone, 'ann', bot).table;
    expect(after.seats['t:c']?.bot).toBe('hard');
    expect(after.people.bob?.seat).toBeNull();
  });

  test('strangers are refused', () => {
    expect(reason(tableOf(), 'mallory', take('t:a'))).toBe('reject.unknown-person');
  });
});

describe('drafts and readiness', () => {
  test('a draft needs the revision that is there', () => {
    const table = playing();
    const first = does(table, 'ann', draft(1)).table;
    expect(first.seats['t:a']?.draft).toEqual({ orders: [{ kind: 'good' }], revision: 2, author: 'ann' });
    expect(reason(first, 'ann', draft(1))).toBe('reject.stale-draft');
    expect(reason(first, 'ann', draft(2, ['good'], 1))).toBe('reject.wrong-turn');
    expect(reason(first, 'ann', draft(2, ['good', 'bad']))).toBe('reject.unknown-kind');
    expect(reason(first, 'eve', draft(0))).toBe('reject.no-seat');
  });

  test('nothing is drafted before the start or after the end', () => {
    expect(reason(does(tableOf(), 'ann', take('t:a')).table, 'ann', draft(0))).toBe('reject.not-started');
    const ended = cloneJson(playing());
    endMatch(ended, 8);
    expect(reason(ended, 'ann', draft(1))).toBe('reject.match-ended');
    expect(reason(ended, 'ann', { do: 'start' })).toBe('reject.match-ended');
    expect(reason(ended, 'ann', { do: 'chat', to: 'table', text: 'well played' })).toBe('ok');
  });

  test('the turn is due when all people are ready; ready can be taken back, and a changed draft takes it back', () => {
    let table = does(playing(), 'ann', ready()).table;
    expect(dueNow(table, NOW)).toBeNull();
    table = does(table, 'ann', ready(false)).table;
    table = does(table, 'bob', ready()).table;
    expect(dueNow(table, NOW)).toBeNull();
    table = does(table, 'ann', ready()).table;
    expect(dueNow(table, NOW)).toBe('ready');
    expect(dueNow(does(table, 'bob', draft(1)).table, NOW)).toBeNull();
  });

  test('who has been away for a while is not waited for, unless there is a deadline', () => {
    const table = cloneJson(does(playing(), 'ann', ready()).table);
    setConnected(table, 'bob', false, NOW);
    expect(dueNow(table, NOW + AWAY_AFTER_MS - 1)).toBeNull();
    expect(dueNow(table, NOW + AWAY_AFTER_MS)).toBe('ready');
    const daily = cloneJson(does(playing({ turnSeconds: 86_400 }), 'ann', ready()).table);
    setConnected(daily, 'bob', false, NOW);
    expect(dueNow(daily, NOW + AWAY_AFTER_MS)).toBeNull();
    expect(dueNow(daily, NOW + 86_400_000)).toBe('time-up');
  });

  test('the host of a table of bots asks for the next turn', () => {
    const table = does(tableOf(), 'ann', { do: 'start' }).table;
    expect(reason(table, 'bob', ready())).toBe('reject.no-seat');
    expect(dueNow(does(table, 'ann', ready()).table, NOW)).toBe('ready');
  });
});

describe('offers', () => {
  test('an offer is made, signed by its receiver only, and closed', () => {
    const table = does(playing(), 'ann', offered(offer('o1', 't:a', 't:c'))).table;
    const answer: Command = { do: 'answer', turn: 0, offerId: 'o1', accept: true };
    expect(reason(table, 'ann', answer)).toBe('reject.offer-not-yours');
    expect(reason(table, 'bob', { ...answer, offerId: 'o2' })).toBe('reject.unknown-offer');
    expect(reason(table, 'ann', offered(offer('o1', 't:a', 't:c')))).toBe('reject.offer-exists');
    const signed = does(table, 'bob', answer).table;
    expect(signedDeals(signed).map(({ id }) => id)).toEqual(['o1']);
    expect(reason(signed, 'bob', answer)).toBe('reject.offer-closed');
    expect(reason(signed, 'ann', { do: 'withdraw-offer', turn: 0, offerId: 'o1' })).toBe('reject.offer-closed');
  });

  test('nobody offers for others, to nobody, or too often', () => {
    const table = playing();
    expect(reason(table, 'ann', offered(offer('o', 't:c', 't:a')))).toBe('reject.not-your-seat');
    expect(reason(table, 'ann', offered(offer('o', 't:a', 't:z')))).toBe('reject.offer-parties');
    const strange = { ...offer('o', 't:a', 't:c'), terms: offer('x', 't:b', 't:c').terms };
    expect(reason(table, 'ann', offered(strange))).toBe('reject.offer-parties');
    const many = all(
      table,
      Array.from({ length: 8 }, (_, n): [string, Command] => ['ann', offered(offer(`o${n}`, 't:a', 't:c'))]),
    );
    expect(reason(many, 'ann', offered(offer('o9', 't:a', 't:c')))).toBe('reject.too-many-offers');
  });

  test('only the parties see an offer, and it dies with the planning', () => {
    const table = does(playing(), 'ann', offered(offer('o1', 't:a', 't:c'))).table;
    expect(planningMessage(table, 'ann', deps).offers).toHaveLength(1);
    expect(planningMessage(table, 'bob', deps).offers).toHaveLength(1);
    expect(planningMessage(table, 'eve', deps).offers).toHaveLength(0);
    const next = cloneJson(table);
    beginPlanning(next, 1, NOW);
    expect(next.offers).toEqual([]);
  });
});

describe('chat', () => {
  test('is read by the table, the bloc or the two', () => {
    const lines: [string, Command][] = [
      ['ann', { do: 'chat', to: 'table', text: 'all' }],
      ['ann', { do: 'chat', to: 'bloc', text: 'east' }],
      ['ann', { do: 'chat', to: 't:c', text: 'bob' }],
    ];
    const table = all(playing(), [['eve', take('t:b')], ...lines]);
    const read = (person: string) => planningMessage(table, person, deps).chat.map(({ text }) => text);
    expect(read('ann')).toEqual(['all', 'east', 'bob']);
    expect(read('eve')).toEqual(['all', 'east']);
    expect(read('bob')).toEqual(['all', 'bob']);
    expect(read('nobody')).toEqual(['all']);
    expect(reason(table, 'ann', { do: 'chat', to: 't:z', text: 'x' })).toBe('reject.unknown-seat');
    expect(reason(playing(), 'eve', { do: 'chat', to: 'bloc', text: 'x' })).toBe('reject.no-seat');
  });
});

describe('clock and host', () => {
  test('only the host starts, once', () => {
    expect(reason(tableOf(), 'bob', { do: 'start' })).toBe('reject.not-host');
    expect(reason(playing(), 'ann', { do: 'start' })).toBe('reject.already-started');
  });

  test('a pause keeps the time that was left', () => {
    const table = playing({ turnSeconds: 60 });
    expect(table.deadlineMs).toBe(NOW + 60_000);
    expect(reason(table, 'bob', { do: 'pause', paused: true })).toBe('reject.not-host');
    const paused = does(table, 'ann', { do: 'pause', paused: true }, NOW + 20_000).table;
    expect(dueNow(paused, NOW + 999_999)).toBeNull();
    const resumed = does(paused, 'ann', { do: 'pause', paused: false }, NOW + 500_000).table;
    expect(resumed.deadlineMs).toBe(NOW + 540_000);
  });

  test('the host rewinds to an earlier turn only', () => {
    const table = cloneJson(playing());
    beginPlanning(table, 3, NOW);
    expect(reason(table, 'bob', { do: 'rewind', turn: 1 })).toBe('reject.not-host');
    expect(reason(table, 'ann', { do: 'rewind', turn: 3 })).toBe('reject.rewind-turn');
    const { table: back, events } = does(table, 'ann', { do: 'rewind', turn: 1 });
    expect(back.turn).toBe(1);
    expect(events).toEqual([{ event: 'rewound', from: 3, to: 1 }]);
  });

  test('an absent host is followed by who came next', () => {
    const table = tableOf();
    setConnected(table, 'ann', false, NOW);
    expect(passHost(table, NOW + 1000)).toEqual([]);
    passHost(table, NOW + AWAY_AFTER_MS);
    expect(table.host).toBe('bob');
  });
});
