/** What can only be measured in a browser: sizes of the first visit, frames of the map, memory over many turns. */
import type { NamedRuleset } from '#shared/protocol/ruleset-body.ts';
import { startGame } from '../e2e/game.ts';
import { CHROMIUM_HINT, findChromium } from '../engines-found.ts';
import { bundleLines } from './bundle-bench.ts';
import { mapLines } from './map-bench.ts';
import { memoryLines } from './memory-bench.ts';

export async function browserLines(base: NamedRuleset): Promise<string[]> {
  const chromium = findChromium();
  if (chromium === null) return [CHROMIUM_HINT];
  const game = await startGame('webgl');
  try {
    const bundle = await bundleLines(game);
    await game.leave();
    const memory = await memoryLines(game);
    await game.leave();
    return [...bundle, '', ...(await mapLines(base, chromium)), '', ...memory];
  } finally {
    await game.end();
  }
}
