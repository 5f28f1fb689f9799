/** Research: a programme takes money and people for some turns; needs, roles and places limit it. */
import { expect, test } from 'vitest';
import { startable } from '#shared/rules/orders/research.ts';
import { researchPrice } from '#shared/rules/research.ts';
import type { MatchState } from '#shared/state/schema.ts';
import {
  checked,
  DEEPSEEK,
  knownTo,
  october,
  ownOf,
  paidFor,
  parameter,
  play,
  reasonOf,
  teach,
  WASHINGTON,
} from '../situation.ts';

const research = (tech: string, effort = 'steady') => ({ kind: 'research', tech: `base:${tech}`, effort });
const tech = (state: MatchState, id: string) => {
  const found = knownTo(state, DEEPSEEK).ruleset.techs[`base:${id}`];
  if (found === undefined) throw new RangeError(`no technology ${id}`);
  return found;
};
const rich = (): MatchState =>
  october((state) => {
    ownOf(state, DEEPSEEK).cashKusd = 5_000_000;
    ownOf(state, DEEPSEEK).talent = 1000;
  });

test('a programme starts, is paid at once, and binds its people until it is done', () => {
  const before = rich();
  const { cost } = checked(before, DEEPSEEK, research('multi-token-prediction'));
  expect(cost.kusd).toBe(researchPrice(knownTo(before, DEEPSEEK), DEEPSEEK, tech(before, 'multi-token-prediction')).kusd);
  expect(cost.talent).toBe(tech(before, 'multi-token-prediction').talent);
  let { state, ledger } = play(before, { [DEEPSEEK]: [research('multi-token-prediction')] });
  expect(paidFor(ledger, DEEPSEEK, 'research')).toBe(cost.kusd);
  let turns = 1;
  for (; ownOf(state, DEEPSEEK).techs['base:multi-token-prediction'] === undefined && turns < 8; turns += 1) {
    expect(ownOf(state, DEEPSEEK).programmes['base:multi-token-prediction']?.talent).toBe(cost.talent);
    ({ state, ledger } = play(state));
  }
  expect(ownOf(state, DEEPSEEK).programmes['base:multi-token-prediction']).toBeUndefined();
  expect(turns).toBeLessThanOrEqual(tech(before, 'multi-token-prediction').durationTurns + 2);
});

test('full effort binds a fifth of the compute and is faster', () => {
  const done = (effort: string) =>
    ownOf(play(rich(), { [DEEPSEEK]: [research('multi-token-prediction', effort)] }).state, DEEPSEEK).programmes[
      'base:multi-token-prediction'
    ]?.donePermille ?? 1000;
  expect(done('full')).toBeGreaterThan(done('steady'));
  const busy = rich();
  ownOf(busy, DEEPSEEK).run = {
    id: 'r',
    name: 'V9',
    startedTurn: 0,
    endsTurn: 2,
    sharePermille: 850,
    eflop: 0,
    domesticEflop: 0,
    costKusd: 0,
  };
  expect(reasonOf(busy, DEEPSEEK, research('multi-token-prediction', 'full'))).toBe('reject.compute-share');
  expect(reasonOf(busy, DEEPSEEK, research('multi-token-prediction'))).toBeNull();
});

test.each([
  ['reject.unknown-tech', DEEPSEEK, 'nothing'],
  ['reject.research.role', DEEPSEEK, 'big-fund'],
  ['reject.research.known', DEEPSEEK, 'dense-transformer'],
  ['reject.research.needs', DEEPSEEK, 'ten-fold-rl'],
  ['reject.research.role', WASHINGTON, 'latent-attention'],
])('%s: %s %s', (reason, seat, id) => {
  expect(reasonOf(rich(), seat, research(id))).toBe(reason);
});

test('not twice at once, not beyond the places, not what is given already', () => {
  const before = rich();
  const open = startable(knownTo(before, DEEPSEEK)).map((item) => item.id.slice('base:'.length));
  const most = parameter('programmes-at-once');
  expect(open.length).toBeGreaterThan(most);
  const [first = '', ...rest] = open;
  expect(reasonOf(before, DEEPSEEK, [research(first), research(first, 'full')])).toBe('reject.twice');
  const started = structuredClone(before);
  for (const id of rest.slice(0, most))
    ownOf(started, DEEPSEEK).programmes[`base:${id}`] = {
      startedTurn: 0,
      donePermille: 0,
      paidKusd: 0,
      talent: 0,
      computePermille: 0,
    };
  expect(reasonOf(started, DEEPSEEK, research(first))).toBe('reject.research.full');
  expect(reasonOf(started, DEEPSEEK, research(rest[0] ?? ''))).toBe('reject.research.running');
  const known = structuredClone(before);
  teach(known, DEEPSEEK, first);
  expect(reasonOf(known, DEEPSEEK, research(first))).toBe('reject.research.known');
});
