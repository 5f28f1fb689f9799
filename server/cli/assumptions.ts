/** `assumptions`: the sheet of every parameter of the model, generated from the ruleset. */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { rulesetWith } from './mods.ts';

export const SHEET = fileURLToPath(new URL('../../docs/assumptions.md', import.meta.url));
const MEASURED = new URL('../../assets/sensitivity/measured.json', import.meta.url);

const effectSchema = z.looseObject({ effect: z.number(), low: z.number().optional(), high: z.number().optional() });
const measuredSchema = z.looseObject({
  method: z.string(),
  games: z.int(),
  points: z.int(),
  ruleset: z.string(),
  outcomes: z.array(z.looseObject({ title: z.string(), effects: z.record(z.string(), effectSchema) })),
});
export type Measured = z.infer<typeof measuredSchema>;

/** What was last measured of the sensitivity to each parameter. */
export async function readMeasured(): Promise<Measured> {
  return measuredSchema.parse(JSON.parse(await readFile(MEASURED, 'utf8')));
}

export async function assumptions({ write = false }: { readonly write?: boolean }): Promise<void> {
  const sheet = assumptionsSheet(await rulesetWith(), await readMeasured());
  if (write) await writeFile(SHEET, sheet);
  else process.stdout.write(sheet);
}

/** Markdown; the same ruleset and measurement give the same text. */
export function assumptionsSheet(ruleset: Ruleset, measured: Measured): string {
  const { outcomes, method, points, games } = measured;
  const rows = Object.keys(ruleset.parameters)
    .sort()
    .map((id) => {
      const {
        doc,
        unit,
        value,
        min,
        max,
        source,
        confidence,
        disputed = '',
      } = ruleset.parameters[id] as Ruleset['parameters'][string];
      const range = `${plain(min)} to ${plain(max)}`;
      const effects = outcomes.map((outcome) => effectCell(outcome.effects[id])).join(' | ');
      return `| \`${id.slice(id.indexOf(':') + 1)}\` | ${cell(doc)} | ${plain(value)} | ${unit} | ${range} | ${confidence} | ${effects} | ${cell(disputed)} | ${cell(source)} |`;
    });
  const branches = Object.keys(ruleset.branches)
    .sort()
    .map((id) => {
      const branch = ruleset.branches[id] as Ruleset['branches'][string];
      return `| \`${id.slice(id.indexOf(':') + 1)}\` | ${branch.pricePermille} | ${branch.pressureSpeedPercent} | ${branch.pressurePricePercent} |`;
    });
  return `# Assumptions

Every parameter of the base rules, generated from the ruleset by \`npm run -s chokepoint -- assumptions --write\`; change the ruleset, not
this page. The pages that sources name are in [sources](sources.md); a source that ends in D is derived from figures, in T tuned
for play. Confidence is that of the authors.

The columns of figures are measured: by how much the outcome differs between the ends of the range, with half of the 95 % interval,
in bold where that excludes zero (of a hundred without any effect, five would be bold by chance). They come from matches between
equal bots of the long race (${method}, ${points} points, ${games === 1 ? 'a game' : `${games} games`} each, on the rules of hash ${measured.ruleset.slice(0, 12)}); how to measure again is
in [experiments.md](experiments.md). Effects of a parameter on the game for one seat, or under other laws, may be larger.

| parameter | what it says | value | unit | range | confidence | ${outcomes.map(({ title }) => `effect on ${title}`).join(' | ')} | who disputes it | source |
| --- | --- | ---: | --- | --- | --- | ${outcomes.map(() => '---: |').join(' ')} --- | --- |
${rows.join('\n')}

## What pressure does, by branch of research

Disputed: whether controls speed the target's innovation. These figures say that they do. The mod \`assets/mods/controls-only-hurt\` sets
them, \`line-pressure\` and \`pressure-funding-kusd\` to 0 and leaves the rest as it is.

| branch | price, per mille of the list | speed at full pressure, + % | price at full pressure, − % |
| --- | ---: | ---: | ---: |
${branches.join('\n')}
`;
}

/** Digits in groups of three, the same on every machine. */
function plain(value: number): string {
  const [whole = '', part] = String(value).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (part === undefined ? '' : `.${part}`);
}

function effectCell(found: z.infer<typeof effectSchema> | undefined): string {
  if (found === undefined) return 'not measured';
  const { effect, low, high } = found;
  if (low === undefined || high === undefined) return tidy(effect);
  const text = `${tidy(effect)} ± ${tidy((high - low) / 2)}`;
  return low > 0 || high < 0 ? `**${text}**` : text;
}

const tidy = (value: number): string =>
  value
    .toFixed(1)
    .replace(/^-0\.0$/, '0.0')
    .replace('-', '−');

const cell = (text: string): string => text.replaceAll('|', '\\|');
