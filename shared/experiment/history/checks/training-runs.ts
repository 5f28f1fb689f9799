/** Two real training runs by the rules' arithmetic: an efficient one on few chips, and a dense one on many. */
import { reckonRun } from '../runs.ts';
import { around, between, type CheckDefinition, fixed } from './check.ts';

export const efficientRun: CheckDefinition = {
  id: 'H1',
  what: 'efficient run on 2,048 chips',
  target: '2.6 to 2.9M GPU-h, $5.2 to 5.9M, 3.3 to 3.4e24 FLOP, ECI 132.9; dense recipe 8 lower',
  tolerance: 'cost 15 %, ECI 2',
  source: 'H1: S3, S4, S6, S10',
  measure: ({ ruleset, script }) => {
    const { efficient } = script.runs;
    const run = reckonRun(ruleset, script, efficient);
    const dense = reckonRun(ruleset, script, efficient, efficient.ablationTechs);
    return {
      targets: [
        between(2024, 4, run.usd / 1e6, 5.2 * 0.85, 5.9 * 1.15),
        between(2024, 4, run.flop / 1e24, 3.3 * 0.85, 3.4 * 1.15),
        around(2024, 4, run.eci, 132.9, 2),
        between(2024, 4, run.eci - dense.eci, 8, 100),
      ],
      result: `${fixed(run.hours / 1e6, 2)}M h, $${fixed(run.usd / 1e6, 2)}M, ${run.flop.toExponential(2)} FLOP, ECI ${fixed(run.eci)}, dense ${fixed(dense.eci)}`,
    };
  },
};

export const denseRun: CheckDefinition = {
  id: 'H9',
  what: 'dense run on 16,384 chips',
  target: '30.8M GPU-h, 3.8e25 FLOP, $60M, ECI 130.5',
  tolerance: '15 %; ECI 2',
  source: 'H9: S3',
  measure: ({ ruleset, script }) => {
    const run = reckonRun(ruleset, script, script.runs.dense);
    return {
      targets: [
        around(2024, 3, run.flop / 1e25, 3.8, 3.8 * 0.15),
        around(2024, 3, run.usd / 1e6, 60, 9),
        around(2024, 3, run.eci, 130.5, 2),
      ],
      result: `${fixed(run.hours / 1e6)}M h, ${run.flop.toExponential(2)} FLOP, $${fixed(run.usd / 1e6)}M, ECI ${fixed(run.eci)}`,
    };
  },
};
