/** Phase 7, install: what has arrived is installed, old chips retire, power comes on, compute is measured. */
import { expect, test } from 'vitest';
import { DEEPSEEK, october, ownOf, ruleset } from '../situation.ts';
import { figures, lineIds, moved, phase } from './one-phase.ts';

const CHIP = 'base:h100';
const rating = ruleset.chips[CHIP]?.trainMilliH100e ?? Number.NaN;
/** Retiring of 3 %, and nothing but chips and power between rating and work. */
const RULES = { ...figures({ 'chips-retire-share': 0.03 }), systems: { ...ruleset.systems, compute: false } };
const POWERED = figures({ 'chips-retire-share': 0.03 });

const lab = (change: Parameters<typeof october>[0] = () => undefined) =>
  october((state) => {
    Object.assign(ownOf(state, DEEPSEEK), { chips: { [CHIP]: 1000 }, greyChips: {}, arriving: [], builds: [], rentals: [] });
    change(state);
  });

test('of 1,000 chips 30 retire; 200 that are due are installed, 50 that are not wait', () => {
  const state = lab((now) => {
    ownOf(now, DEEPSEEK).arriving = [
      { chip: CHIP, units: 200, dueTurn: 0, grey: false },
      { chip: CHIP, units: 50, dueTurn: 1, grey: false },
    ];
  });
  const turn = phase('install', state, { rules: RULES });
  expect(ownOf(turn.state, DEEPSEEK).chips).toEqual({ [CHIP]: 1170 });
  expect(ownOf(turn.state, DEEPSEEK).arriving).toEqual([{ chip: CHIP, units: 50, dueTurn: 1, grey: false }]);
  expect(moved(turn, `actor:${DEEPSEEK}`, 'world:retired')).toBe(30);
  expect(ownOf(turn.state, DEEPSEEK).trainMilliH100e).toBe(1170 * rating);
});

test('grey chips are counted among the others', () => {
  const state = lab((now) => {
    ownOf(now, DEEPSEEK).arriving = [{ chip: CHIP, units: 100, dueTurn: 0, grey: true }];
  });
  expect(ownOf(phase('install', state, { rules: RULES }).state, DEEPSEEK).greyChips).toEqual({ [CHIP]: 100 });
});

test('power that is due comes on; half the power runs half the work', () => {
  const full = lab((now) => {
    ownOf(now, DEEPSEEK).powerMw = { 'base:nowhere': 1_000_000 };
  });
  const enough = ownOf(phase('install', full, { rules: POWERED }).state, DEEPSEEK);
  const need = enough.powerNeededMw;
  const half = lab((now) => {
    ownOf(now, DEEPSEEK).powerMw = { 'base:nowhere': need / 4 };
    ownOf(now, DEEPSEEK).builds = [
      { site: 'base:nowhere', mw: need / 4, dueTurn: 0 },
      { site: 'base:nowhere', mw: need, dueTurn: 1 },
    ];
  });
  const turn = phase('install', half, { rules: POWERED });
  const owner = ownOf(turn.state, DEEPSEEK);
  expect(owner.powerMw).toEqual({ 'base:nowhere': need / 2 });
  expect(owner.builds).toHaveLength(1);
  expect(Math.abs(owner.trainMilliH100e - enough.trainMilliH100e / 2)).toBeLessThanOrEqual(1);
  expect(lineIds(turn)).toContain('report.power.short');
});

test('compute lent to another is missing here and works there', () => {
  const lent = lab((now) => {
    ownOf(now, 'base:qwen').rentals = [{ site: null, from: DEEPSEEK, milliH100e: 5000, untilTurn: 2, kusdPerTurn: 0 }];
  });
  const without = phase('install', lab(), { rules: RULES }).state;
  const turn = phase('install', lent, { rules: RULES });
  expect(ownOf(without, DEEPSEEK).trainMilliH100e - ownOf(turn.state, DEEPSEEK).trainMilliH100e).toBe(5000);
  expect(ownOf(turn.state, 'base:qwen').trainMilliH100e - ownOf(without, 'base:qwen').trainMilliH100e).toBe(5000);
});
