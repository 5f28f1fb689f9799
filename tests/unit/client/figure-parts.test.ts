/** The parts of a figure's change add up to what the seat has more or less than before. */
import { expect, test } from 'vitest';
import { figureChange } from '#client/ui/report/figure-parts.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { advise } from '#shared/bots/advisor.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { resolve } from '#shared/rules/resolve.ts';
import { entriesFor, viewFor } from '#shared/state/view.ts';

const { ruleset } = await loadBaseRuleset();
const scenario = Object.values(ruleset.scenarios).sort((a, b) => a.turns - b.turns)[0];
const start = newMatch(ruleset, scenario?.id ?? '', 'ab'.repeat(16));
const orders = Object.fromEntries(
  start.seats.map((seat) => [seat, advise(ruleset, viewFor(ruleset, start, seat), 'key')[0]?.orders ?? []]),
);
const { state, ledger } = resolve(ruleset, start, { orders, deals: [] });

test.each(start.seats)('cash and pressure of %s', (seat) => {
  const bloc = start.actors[seat]?.bloc ?? '';
  const entries = entriesFor(ledger, seat);
  const change = (figure: 'cash' | 'pressure') => figureChange(figure, entries, seat, bloc);
  const before = start.actors[seat];
  const after = state.actors[seat];
  expect(change('cash').amount).toBe((after?.own.cashKusd ?? 0) - (before?.own.cashKusd ?? 0));
  const pressed = state.blocs[bloc]?.open;
  expect(change('pressure').amount).toBe((pressed?.pressure ?? 0) - (pressed?.pressureBefore ?? 0));
  for (const figure of ['cash', 'pressure'] as const) {
    const { parts, amount } = change(figure);
    expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
  }
});
