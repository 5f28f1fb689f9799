/** Stop: what stands is ended without a slot; withdrawing a law before it bites is free of consequences, lifting one calms. */
import { expect, test } from 'vitest';
import {
  actorOf,
  checked,
  DEEPSEEK,
  EAST,
  enact,
  HUAWEI,
  lines,
  october,
  ownOf,
  parameter,
  play,
  reasonOf,
  WASHINGTON,
} from '../situation.ts';

const stop = (what: string) => ({ kind: 'stop', what });

test('takes no slot and costs nothing', () => {
  const before = october((state) => {
    ownOf(state, DEEPSEEK).programmes['base:latent-attention'] = {
      startedTurn: 0,
      donePermille: 400,
      paidKusd: 16_000,
      talent: 20,
      computePermille: 0,
    };
  });
  const result = checked(before, DEEPSEEK, stop('programme|base:latent-attention'));
  expect(result).toMatchObject({ slot: 'free', cost: { kusd: 0, capital: 0, talent: 0 }, counted: true });
  const { state } = play(before, { [DEEPSEEK]: [stop('programme|base:latent-attention')] });
  expect(ownOf(state, DEEPSEEK).programmes).toEqual({});
  expect(ownOf(state, DEEPSEEK).techs['base:latent-attention']).toBeUndefined();
});

test('ends a run, a lease and a set-aside', () => {
  const before = october((state) => {
    ownOf(state, DEEPSEEK).run = {
      id: 'r1',
      name: 'V9',
      startedTurn: 0,
      endsTurn: 2,
      sharePermille: 500,
      eflop: 0,
      domesticEflop: 0,
      costKusd: 0,
    };
    const lease = { site: 'base:johor', from: null, milliH100e: 1000, untilTurn: 4, kusdPerTurn: 5 };
    ownOf(state, DEEPSEEK).rentals = [lease, { ...lease, milliH100e: 2000 }];
    actorOf(state, HUAWEI).open.setAside = { 'base:ascend-910b': { [EAST]: 10, [DEEPSEEK]: 20 } };
  });
  const { state } = play(before, {
    [DEEPSEEK]: [stop('run|r1')],
    [HUAWEI]: [stop(`aside|base:ascend-910b|${EAST}`)],
  });
  expect(ownOf(state, DEEPSEEK).run).toBeNull();
  expect(actorOf(state, HUAWEI).open.setAside).toEqual({ 'base:ascend-910b': { [DEEPSEEK]: 20 } });
  const leases = play(before, { [DEEPSEEK]: [stop('rental|0')] }).state;
  expect(ownOf(leases, DEEPSEEK).rentals.map((rental) => rental.milliH100e)).toEqual([2000]);
});

test('a law withdrawn before it bites changes no escalation; lifted afterwards it calms', () => {
  const coming = october((state) => {
    state.laws = {};
    enact(state, 'tools', 'total', WASHINGTON, EAST, { announcedTurn: -1, forceTurn: 2 });
  });
  const standing = october((state) => {
    state.laws = {};
    enact(state, 'tools', 'total', WASHINGTON, EAST);
  });
  const escalated = (state: typeof coming) => {
    const [id = ''] = Object.keys(state.laws);
    const { state: after, ledger } = play(state, { [WASHINGTON]: [stop(`law|${id}`)] });
    expect(after.laws).toEqual({});
    return { after, ledger };
  };
  const quiet = play(coming).state.escalation;
  expect(escalated(coming).after.escalation).toBe(quiet);
  expect(lines(escalated(coming).ledger, 'report.law.withdrawn')).toHaveLength(1);
  expect(escalated(standing).after.escalation).toBe(quiet - Math.floor(parameter('lift-calm')));
  expect(lines(escalated(standing).ledger, 'report.law.lifted')).toHaveLength(1);
});

test('nothing of others, nothing that is not there', () => {
  const [id = ''] = Object.keys(october().laws);
  expect(reasonOf(october(), DEEPSEEK, stop(`law|${id}`))).toBe('reject.stop.nothing');
  expect(reasonOf(october(), DEEPSEEK, stop('run|none'))).toBe('reject.stop.nothing');
});
