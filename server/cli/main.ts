/** The command line: `chokepoint <verb>`. Results go to standard output, progress and errors to standard error. */
import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import { UsageError } from './names.ts';

const WRONG_CALL = 2;
const collect = (value: string, before: string[]): string[] => [...before, value];

const program = new Command('chokepoint')
  .description('Chokepoint on the command line: play many matches, replay and branch one, measure, check rules.')
  .exitOverride();

program
  .command('simulate')
  .description('Let bots play matches among themselves.')
  .requiredOption('--scenario <id>', 'scenario, for example october-rule')
  .option('--games <n>', 'number of games', '1')
  .option('--seed <text>', 'seed of the series; the games differ among themselves', '1')
  .option('--bots <level>', 'level of all bots: easy, normal or hard', 'normal')
  .option('--set <seat=level>', 'level of one seat; may be given more than once', collect, [])
  .option('--mod <folder>', 'play with a mod; may be given more than once', collect, [])
  .option('--log <file>', "write the first game's log, for replay")
  .option('--json', 'print JSON and nothing else')
  .action(async (options) => {
    const { simulate } = await import('./simulate.ts');
    await simulate(options);
  });

program
  .command('replay')
  .description('Play a match again from its log and print the hash of every turn.')
  .argument('<file>', 'log of a match')
  .option('--mod <folder>', 'play with a mod; may be given more than once', collect, [])
  .option('--verify', 'compare every turn with the record and name the first that differs')
  .option('--json', 'print JSON and nothing else')
  .action(async (file: string, options) => {
    const { replay } = await import('./replay.ts');
    process.exitCode = await replay(file, options);
  });

program
  .command('branch')
  .description('Change orders in one turn of a recorded match, play on, and compare both histories by cause.')
  .argument('<file>', 'log of a match')
  .requiredOption('--turn <n>', 'turn whose orders are changed, from 1')
  .option('--drop <seat:number>', "drop an order, by its number in the seat's list", collect, [])
  .option('--add <seat:json>', 'add an order', collect, [])
  .option('--replace <seat:number:json>', 'put another order in its place', collect, [])
  .option('--mod <folder>', 'play with a mod; may be given more than once', collect, [])
  .option('--bots', 'let bots play on from the next turn, instead of the recorded orders')
  .option('--games <n>', 'number of seeds', '1')
  .option('--json', 'print JSON and nothing else')
  .action(async (file: string, options) => {
    const { branch } = await import('./branch.ts');
    await branch(file, options);
  });

program
  .command('rules')
  .description('Work with rulesets and mods.')
  .command('check')
  .description('Check the base ruleset together with mods.')
  .argument('[folders...]', 'folders of mods, in any order')
  .option('--json', 'print JSON and nothing else')
  .action(async (folders: string[], options) => {
    const { checkRules } = await import('./rules-check.ts');
    process.exitCode = await checkRules(folders, options);
  });

program
  .command('balance')
  .description('Let equal bots play and report what wins, what is used, and what lies outside the goals.')
  .option('--scenario <id>', 'scenario, for example october-rule', 'october-rule')
  .option('--games <n>', 'number of games', '40')
  .option('--seed <text>', 'seed of the series', '1')
  .option('--bots <level>', 'level of all bots: easy, normal or hard', 'normal')
  .option('--mod <folder>', 'play with a mod; may be given more than once', collect, [])
  .option('--styles <n>', 'also play each lab so many times with open and with closed weights', '0')
  .option('--par', 'print the par that evens out these games, for the scenario file, and nothing else')
  .option('--html <file>', 'write the report as one page')
  .option('--json', 'print JSON and nothing else')
  .action(async (options) => {
    const { balance } = await import('./balance.ts');
    await balance(options);
  });

program
  .command('assumptions')
  .description('Print the sheet of all parameters with unit, range, source and confidence.')
  .option('--write', 'write it to docs/assumptions.md')
  .action(async (options) => {
    const { assumptions } = await import('./assumptions.ts');
    await assumptions(options);
  });

program
  .command('history')
  .description('Play what was done from 2022 to 2026 and print how near the rules come, check by check.')
  .option('--games <n>', 'number of seeds', '100')
  .option('--json', 'print JSON and nothing else')
  .action(async (options) => {
    const { history } = await import('./history.ts');
    await history(options);
  });

program
  .command('fit')
  .description('Look for parameters with which history comes nearer to what was known at the end of 2024.')
  .option('--games <n>', 'seeds of each try', '12')
  .option('--tries <n>', 'sets of parameters to try', '60')
  .option('--json', 'print JSON and nothing else')
  .action(async (options) => {
    const { fitParameters } = await import('./fit.ts');
    await fitParameters(options);
  });

program
  .command('experiment')
  .description('Play the arms of experiments on the same seeds and say whether their statements hold.')
  .argument('<files...>', 'experiment files, for example assets/experiments/scarcity-bites.jsonc; all: every file there')
  .option('--games <n>', "number of games an arm, in place of the file's")
  .option('--mod <folder>', 'play with a mod; may be given more than once', collect, [])
  .option('--workers <n>', 'number of threads; all cores where left out')
  .option('--fresh', 'play every game again, also those played before')
  .option('--sensitivity <method>', 'how the outcome depends on each parameter: oat (one at a time), morris or sampled')
  .option('--parameters <ids>', 'parameters for --sensitivity, separated by commas; all where left out')
  .option('--samples <n>', 'trajectories of morris, points of sampled', '4')
  .option('--summary <file>', 'write what was measured, for the sheet of assumptions')
  .option('--csv <folder>', 'write one row for each game and arm')
  .option('--html <file>', 'write the report as one page')
  .option('--json', 'print JSON and nothing else')
  .action(async (files: string[], options) => {
    const { experiment } = await import('./experiment.ts');
    await experiment(files, options);
  });

program
  .command('work')
  .description('Play games of experiments that other machines ask for, through the queue at REDIS_URL, until stopped.')
  .option('--workers <n>', 'number of threads; all cores where left out')
  .action(async (options) => {
    const { work } = await import('./experiment-queue.ts');
    await work(options);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : WRONG_CALL;
  else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = WRONG_CALL;
  } else {
    process.stderr.write(`${inspect(error)}\n`);
    process.exitCode = 1;
  }
}
