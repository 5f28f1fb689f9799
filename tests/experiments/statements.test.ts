/**
 * What must come out: the statements of the design, as their experiment files test them. The full tier judges all of them at
 * their own counts or more; by default those run that few games can settle.
 */
import { describe, expect, it } from 'vitest';
import { playExperiment, readExperimentFile, statementFiles } from '#server/cli/experiment-play.ts';
import { reportText } from '#server/cli/experiment-table.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { counts, FULL, report } from '#tests/counts.ts';

const { ruleset } = await loadBaseRuleset();
const experiments = await Promise.all((await statementFiles()).map((file) => readExperimentFile(file)));

/** Games an arm that settle a statement by default. */
const FEW: Readonly<Record<string, number>> = {
  'scarcity-bites': counts.seeds,
  'pressure-pays': counts.seeds,
  'every-system-matters': 25,
  conservation: 1,
  'same-seed-same-game': 2,
};
const judged = experiments.filter(({ id }) => FULL || FEW[id] !== undefined);

it('there is a file for each of the ten statements, with a verdict and an ablation', () => {
  expect(experiments).toHaveLength(10);
  expect(experiments.filter(({ verdict, ablation }) => verdict === undefined || ablation === undefined)).toEqual([]);
  expect(Object.keys(FEW).filter((id) => experiments.every((one) => one.id !== id))).toEqual([]);
});

describe.each(judged)('$id', (experiment) => {
  it('holds, and fails without the mechanism behind it', async () => {
    const games = FULL ? Math.max(experiment.games, FEW[experiment.id] ?? 0) : (FEW[experiment.id] ?? experiment.games);
    const played = await playExperiment(experiment, ruleset, { games, fresh: true });
    const text = reportText(played.report);
    report(`\n\`\`\`\n${text}\`\`\`\n`);
    expect(played.report.holds, text).toBe(true);
    expect(played.report.ablation?.fails, text).toBe(true);
  });
});
