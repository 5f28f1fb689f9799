/** Bot matches: every branch is researched, every kind of order is used, no seat always wins; the table is reported as it is. */

import { beforeAll, describe, expect, it } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { counts, report } from '#tests/counts.ts';

const { ruleset } = await loadBaseRuleset();

describe.each(['base:october-rule', 'base:long-race'])('%s', (scenario) => {
  const kinds: Record<string, number> = {};
  const branches: Record<string, number> = {};
  const winners: Record<string, number> = {};
  const blocs: Record<string, number> = {};
  const games = scenario === 'base:long-race' ? Math.ceil(counts.botGames / 2) : counts.botGames;

  beforeAll(() => {
    for (let n = 0; n < games; n += 1) {
      const record = playMatch(ruleset, {
        scenario,
        seed: deriveSeed(`${scenario}/${n}`, 'bot-match'),
        onTurn: ({ orders }) => {
          for (const list of Object.values(orders)) for (const order of list) kinds[order.kind] = (kinds[order.kind] ?? 0) + 1;
        },
      });
      const winner = record.winner ?? record.ended;
      winners[winner] = (winners[winner] ?? 0) + 1;
      blocs[record.winningBloc ?? record.ended] = (blocs[record.winningBloc ?? record.ended] ?? 0) + 1;
      for (const actor of Object.values(record.state.actors)) {
        for (const [tech, turn] of Object.entries(actor.own.techs)) {
          const branch = ruleset.techs[tech]?.branch;
          if (branch !== undefined && turn > 0) branches[branch] = (branches[branch] ?? 0) + 1;
        }
      }
    }
    report(`${scenario}, ${games} bot matches: winners ${JSON.stringify(winners)}, blocs ${JSON.stringify(blocs)}`);
    report(`${scenario}, orders ${JSON.stringify(kinds)}`);
    report(`${scenario}, technologies learned by branch ${JSON.stringify(branches)}`);
  });

  it('researches each branch', () => {
    expect(Object.keys(ruleset.branches).filter((branch) => branches[branch] === undefined)).toEqual([]);
  });
  it('uses every kind of order', () => {
    expect(Object.keys(ORDER_KINDS).filter((kind) => kinds[kind] === undefined)).toEqual([]);
  });
  it('lets no seat always win', () => {
    expect(Object.keys(winners).length).toBeGreaterThan(1);
  });
});
