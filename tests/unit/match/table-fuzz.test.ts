/** Whatever people send in whatever order: the reducer never throws, refuses without a trace, and keeps its invariants. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyCommand } from '#shared/match/apply.ts';
import { beginPlanning, dueNow } from '#shared/match/clock.ts';
import { planningMessage, tableMessage } from '#shared/match/messages.ts';
import { addPerson } from '#shared/match/people.ts';
import { isRefused } from '#shared/match/reasons.ts';
import { newTable, peopleOf, type Table, type TableDeps } from '#shared/match/table.ts';
import { autopilotLimitsSchema, NO_LIMITS } from '#shared/protocol/autopilot.ts';
import { type Command, commandSchema, matchSettingsSchema } from '#shared/protocol/commands.ts';
import { canonicalText } from '#shared/util/stable-hash.ts';

const SEATS = ['t:a', 't:b', 't:c'];
const PEOPLE = ['ann', 'bob', 'eve', 'stranger'];
const deps: TableDeps = {
  blocOf: (seat) => (seat === 't:a' ? 't:east' : 't:west'),
  parseOrder: (value) => ({ order: value as { kind: string } }),
};

const seat = fc.constantFrom(...SEATS, 't:none');
const turn = fc.nat(2);
const offerId = fc.constantFrom('o1', 'o2');
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constant('take-seat' as const), seat }),
  fc.record({ do: fc.constant('leave-seat' as const) }),
  fc.record({ do: fc.constant('set-bot' as const), seat, level: fc.constantFrom('hard' as const, null) }),
  fc.record({ do: fc.constant('start' as const) }),
  fc.record({
    do: fc.constant('draft' as const),
    turn,
    revision: fc.nat(4),
    orders: fc.constantFrom<{ kind: string }[]>([], [{ kind: 'x' }]),
  }),
  fc.record({ do: fc.constant('ready' as const), turn, ready: fc.boolean() }),
  fc.record({
    do: fc.constant('offer' as const),
    turn,
    offer: fc.record({ id: offerId, from: seat, to: seat, turns: fc.constant(1) }).map((offer) => ({
      ...offer,
      terms: [{ term: 'truce' as const, from: offer.from, to: offer.to }],
    })),
  }),
  fc.record({ do: fc.constant('answer' as const), turn, offerId, accept: fc.boolean() }),
  fc.record({ do: fc.constant('withdraw-offer' as const), turn, offerId }),
  fc.record({ do: fc.constant('chat' as const), to: fc.oneof(seat, fc.constantFrom('table', 'bloc')), text: fc.constant('hi') }),
  fc.record({ do: fc.constant('pause' as const), paused: fc.boolean() }),
  fc.record({ do: fc.constant('rewind' as const), turn }),
  fc.record({
    do: fc.constant('autopilot' as const),
    on: fc.boolean(),
    limits: fc.boolean().map((noDeals) => autopilotLimitsSchema.parse({ noDeals })),
  }),
);

function check(table: Table): void {
  for (const id of SEATS) {
    const held = peopleOf(table, id);
    if (held.length === 0) expect(table.seats[id]?.autopilot).toEqual({ on: false, limits: NO_LIMITS });
    if (held.length > 0) expect(table.seats[id]?.bot).toBeNull();
    if (!table.settings.sharedSeats) expect(held.length).toBeLessThanOrEqual(1);
  }
  for (const person of PEOPLE) {
    canonicalText(tableMessage(table, person, 0));
    const own = table.people[person]?.seat ?? null;
    for (const { offer } of planningMessage(table, person, deps).offers) expect([offer.from, offer.to]).toContain(own);
  }
  canonicalText(table);
}

test('random commands of random people', () => {
  const step = fc.record({ person: fc.constantFrom(...PEOPLE), command, ms: fc.nat(100_000) });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.boolean(),
      fc.option(fc.integer({ min: 15, max: 60 })),
      (steps, sharedSeats, turnSeconds) => {
        const settings = matchSettingsSchema.parse({ scenario: 't:s', sharedSeats, turnSeconds });
        let table = newTable({ matchId: 'm', code: 'C', settings, rulesetHash: 'h', seats: SEATS });
        for (const person of PEOPLE.slice(0, 3)) addPerson(table, person, person, 0);
        let nowMs = 0;
        for (const { person, command: asked, ms } of steps) {
          nowMs += ms;
          expect(commandSchema.safeParse(asked).success).toBe(true);
          const before = canonicalText(table);
          const applied = applyCommand(table, person, asked, nowMs, deps);
          expect(canonicalText(table)).toBe(before);
          if (isRefused(applied)) expect(applied.rejection.id).toMatch(/^reject\.[a-z-]+$/);
          else table = applied.table;
          check(table);
          if (dueNow(table, nowMs) !== null) beginPlanning(table, table.turn + 1, nowMs);
        }
      },
    ),
    { numRuns: 300 },
  );
});
