/** `assumptions`: the sheet of every parameter of the model, generated from the ruleset. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { rulesetWith } from './mods.ts';

export const SHEET = fileURLToPath(new URL('../../docs/assumptions.md', import.meta.url));

export async function assumptions({ write = false }: { readonly write?: boolean }): Promise<void> {
  const sheet = assumptionsSheet(await rulesetWith());
  if (write) await writeFile(SHEET, sheet);
  else process.stdout.write(sheet);
}

/** Markdown; the same ruleset gives the same text. */
export function assumptionsSheet(ruleset: Ruleset): string {
  const rows = Object.keys(ruleset.parameters)
    .sort()
    .map((id) => {
      const { doc, unit, value, min, max, source, confidence } = ruleset.parameters[id] as Ruleset['parameters'][string];
      const range = `${plain(min)} to ${plain(max)}`;
      return `| \`${id.slice(id.indexOf(':') + 1)}\` | ${cell(doc)} | ${plain(value)} | ${unit} | ${range} | ${confidence} | ${cell(source)} |`;
    });
  const branches = Object.keys(ruleset.branches)
    .sort()
    .map((id) => {
      const branch = ruleset.branches[id] as Ruleset['branches'][string];
      return `| \`${id.slice(id.indexOf(':') + 1)}\` | ${branch.pricePermille} | ${branch.pressureSpeedPercent} | ${branch.pressurePricePercent} |`;
    });
  return `# Assumptions

Every parameter of the base rules, generated from the ruleset by \`npm run -s chokepoint -- assumptions --write\`; change the ruleset, not
this page. A source that ends in D is derived from figures, in T tuned for play; the rest is cited. Confidence is that of the authors.

| parameter | what it says | value | unit | range | confidence | source |
| --- | --- | ---: | --- | --- | --- | --- |
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

const cell = (text: string): string => text.replaceAll('|', '\\|');
