/** Runs a tier of the tests (`check`, `test` or `full [part…]`) and ends with the line `N passed, N failed`. */
import { runFullTier } from './run/full-tier.ts';
import { PARTS, TIERS, type Tier } from './run/parts.ts';
import { closingLine, type PartResult, sum } from './run/result.ts';
import { runPart } from './run/run-part.ts';

const [tierName = 'test', ...names] = process.argv.slice(2);
const unknown = names.find((name) => !(name in PARTS));
if (!(tierName in TIERS) || unknown !== undefined) {
  console.error(
    `Unknown ${unknown === undefined ? `tier "${tierName}"` : `part "${unknown}"`}. Parts: ${Object.keys(PARTS).join(', ')}`,
  );
  process.exit(2);
}

const tier = tierName as Tier;
const parts = names.length > 0 ? names : TIERS[tier];
const results: PartResult[] = [];
if (tier === 'full') results.push(...(await runFullTier(parts)));
else for (const part of parts) results.push(await runPart(part));

const total = sum(results);
console.log('');
for (const { part, failed, skipped } of results) {
  if (failed > 0 || skipped > 0) console.log(`${part}: ${failed} failed, ${skipped} skipped`);
}
console.log(closingLine(total));
process.exitCode = total.failed > 0 ? 1 : 0;
