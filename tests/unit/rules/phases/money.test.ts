/** Phase 4, money: incomes and salaries, people who come and go, help of the state. */
import { expect, test } from 'vitest';
import { actorOf, BEIJING, DEEPSEEK, EAST, october, ownOf } from '../situation.ts';
import { figures, moved, phase } from './one-phase.ts';

const RULES = figures({
  'salary-kusd-per-turn': 100,
  'unpaid-leave-share': 0.1,
  'new-talent-per-turn': 60,
  'voucher-kusd': 150_000,
  'pressure-funding-kusd': 0,
  'subsidy-reference-kusd': 500_000,
  'subsidy-fade': 0.75,
});
const lab = (change: Parameters<typeof october>[0] = () => undefined) =>
  october((state) => {
    const owner = ownOf(state, DEEPSEEK);
    owner.cashKusd = 50_000;
    owner.talent = 100;
    owner.talentArriving = 0;
    owner.incomeKusdPerTurn = 20_000;
    actorOf(state, BEIJING).open.subsidiesKusd = {};
    change(state);
  });

test('20,000 in, 100 salaries of 100 out', () => {
  const turn = phase('money', lab(), { rules: RULES });
  expect(ownOf(turn.state, DEEPSEEK).cashKusd).toBe(50_000 + 20_000 - 10_000);
  expect(moved(turn, 'world:owners', `actor:${DEEPSEEK}`)).toBe(20_000);
  expect(moved(turn, `actor:${DEEPSEEK}`, 'world:staff')).toBe(10_000);
});

test('who was hired arrives, and is paid from then on', () => {
  const turn = phase(
    'money',
    lab((state) => {
      ownOf(state, DEEPSEEK).talentArriving = 20;
    }),
    { rules: RULES },
  );
  expect(ownOf(turn.state, DEEPSEEK)).toMatchObject({ talent: 120, talentArriving: 0, cashKusd: 50_000 + 20_000 - 12_000 });
});

test('unpaid, a tenth leaves for the pool, which sixty join each turn', () => {
  const broke = lab((state) => {
    ownOf(state, DEEPSEEK).cashKusd = -40_000;
    state.freeTalent = 7;
  });
  const turn = phase('money', broke, { rules: RULES });
  expect(ownOf(turn.state, DEEPSEEK).talent).toBe(90);
  expect(turn.state.freeTalent).toBe(7 + 10 + 60);
});

test('vouchers of four times the reference give twice their money, shared by the firms of the bloc, and fade', () => {
  const given = lab((state) => {
    actorOf(state, BEIJING).open.subsidiesKusd = { vouchers: 2_000_000 };
  });
  const firms = given.seats.filter((id) => actorOf(given, id).bloc === EAST && actorOf(given, id).open.capital === null);
  const turn = phase('money', given, { rules: RULES });
  expect(moved(turn, 'world:state', `actor:${DEEPSEEK}`)).toBe(Math.floor(300_000 / firms.length));
  expect(actorOf(turn.state, BEIJING).open.subsidiesKusd).toEqual({ vouchers: 1_500_000 });
});

test('the books of the turn begin empty', () => {
  const turn = phase(
    'money',
    lab((state) => Object.assign(ownOf(state, DEEPSEEK), { revenueKusd: 5, abroadRevenueKusd: 5, spentKusd: 999 })),
    { rules: RULES },
  );
  expect(ownOf(turn.state, DEEPSEEK)).toMatchObject({ revenueKusd: 0, abroadRevenueKusd: 0, spentKusd: 10_000 });
});
