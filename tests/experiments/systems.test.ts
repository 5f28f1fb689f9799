/** Every system matters: switched off, a named outcome changes by more than chance. */

import { beforeAll, describe, expect, it } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { outcomeOfSystem } from '#shared/experiment/figures.ts';
import { differs, effectOf, playArm } from '#shared/experiment/paired.ts';
import type { MatchRecord } from '#shared/experiment/simulate.ts';
import { SYSTEM_IDS } from '#shared/ruleset/catalogue.ts';
import { counts, report } from '#tests/counts.ts';

const { ruleset } = await loadBaseRuleset();
const outcomes = outcomeOfSystem(ruleset, 'base:beijing');
const options = { scenario: 'base:october-rule', games: counts.seeds, series: 'systems' };
let whole: MatchRecord[] = [];

describe('switching off one system', () => {
  beforeAll(() => {
    whole = playArm({ ruleset }, options);
  });
  it.each(SYSTEM_IDS)('%s changes its outcome', (system) => {
    const without = { ...ruleset, systems: { ...ruleset.systems, [system]: false } };
    const { outcome, read } = outcomes[system];
    const effect = effectOf(whole.map(read), playArm({ ruleset: without }, options).map(read));
    report(
      `${system} off, ${outcome}: ${effect.control.toFixed(2)} -> ${effect.treated.toFixed(2)}, effect ${effect.effect.toFixed(2)} [${effect.low.toFixed(2)}, ${effect.high.toFixed(2)}] over ${effect.games} seeds`,
    );
    expect(differs(effect)).toBe(true);
  });
});
