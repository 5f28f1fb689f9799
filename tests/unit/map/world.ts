/** A match of the base game after a few turns, seen from a seat, for the tests of the map. */
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { resolve } from '#shared/rules/resolve.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { MatchState, SeatView } from '#shared/state/schema.ts';
import { viewFor } from '#shared/state/view.ts';

const SEED = '00112233445566778899aabbccddeeff';

export interface World {
  readonly ruleset: Ruleset;
  readonly state: MatchState;
  readonly seat: string;
  readonly view: SeatView;
}

/** The short scenario after `turns` turns in which nobody gave an order. */
export async function worldAfter(turns: number): Promise<World> {
  const { ruleset } = await loadBaseRuleset();
  const scenario = Object.keys(ruleset.scenarios).find((id) => id.includes('october')) ?? '';
  let state = newMatch(ruleset, scenario, SEED);
  for (let turn = 0; turn < turns; turn++) state = resolve(ruleset, state, { orders: {}, deals: [] }).state;
  const seat = ruleset.scenarios[scenario]?.suggestedSeat ?? '';
  return { ruleset, state, seat, view: viewFor(ruleset, state, seat) };
}
