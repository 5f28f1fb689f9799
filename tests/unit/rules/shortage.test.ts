/** Missing chips lead to the line that was short, what was asked of it, and by whom, as far as the reader may know. */
import { expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import type { Cause, Entry, Ledger } from '#shared/state/ledger.ts';
import { entriesFor } from '#shared/state/view.ts';

const { ruleset } = await loadBaseRuleset();
const ledgers: Ledger[] = [];
playMatch(ruleset, {
  scenario: 'base:october-rule',
  seed: '0c70be5e0c70be5e0c70be5e0c70be5e',
  onTurn: ({ resolution }) => ledgers.push(resolution.ledger),
});

/** The entry of the maker's shortage among causes. */
const shortageOf = (causes: readonly Cause[], entries: readonly Entry[]): Entry | undefined =>
  entries.find(
    ({ id, line }) => line?.id === 'report.shortage' && causes.some((cause) => cause.kind === 'entry' && cause.id === id),
  );
const total = (causes: readonly Cause[]): number => causes.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

/** Every entry that stands behind one, as a reader of these entries finds it. */
function behind(entry: Entry, read: readonly Entry[]): Entry[] {
  const next = entry.causes.flatMap((cause) => read.filter(({ id }) => cause.kind === 'entry' && cause.id === id));
  return next.flatMap((one) => [one, ...behind(one, read)]);
}

interface Told {
  readonly buyer: string;
  readonly maker: string;
  readonly read: readonly Entry[];
  readonly delivery: Entry;
}
const told: Told[] = ledgers.flatMap((ledger) =>
  ledger
    .filter(({ topic, causes }) => topic === 'delivery' && shortageOf(causes, ledger) !== undefined)
    .flatMap(({ subject, item }) => {
      const read = entriesFor(ledger, subject);
      const delivery = read.find((one) => one.topic === 'delivery' && one.subject === subject && one.item === item);
      const maker = shortageOf(delivery?.causes ?? [], read)?.subject;
      return delivery === undefined || maker === undefined ? [] : [{ buyer: subject, maker, read, delivery }];
    }),
);

test('a buyer whose chips are missing reads what was asked of the maker, by bloc, and it adds up', () => {
  expect(told.length).toBeGreaterThan(3);
  for (const { read, delivery, maker } of told) {
    const asked = behind(delivery, read).find(({ line, subject }) => line?.id === 'report.chips.asked' && subject === maker);
    expect(asked?.amount).toBeGreaterThan(0);
    expect(total(asked?.causes ?? [])).toBe(asked?.amount);
  }
});

test('it reads which line was short, how much was asked of it and made, and the parts add up', () => {
  const lines = told.flatMap(({ read, delivery }) =>
    behind(delivery, read).filter(({ line }) => line?.id === 'report.line.short'),
  );
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) {
    expect(line.before ?? 0).toBeGreaterThan(line.after ?? 0);
    expect(total(line.causes)).toBe(line.amount);
  }
});

test('what a maker asked for stays with it: others read it as not disclosed', () => {
  let hidden = 0;
  for (const { read, delivery, buyer, maker } of told) {
    if (buyer === maker) continue;
    const all = behind(delivery, read);
    expect(all.filter(({ line }) => line?.id === 'report.line.asked' && line.params.maker !== buyer)).toEqual([]);
    for (const line of all.filter((one) => one.line?.id === 'report.line.short'))
      hidden += line.causes.filter(({ kind }) => kind === 'undisclosed').length;
  }
  expect(hidden).toBeGreaterThan(0);
  for (const ledger of ledgers)
    for (const { line, audience } of ledger) if (line?.id === 'report.line.asked') expect(audience).toEqual([line.params.maker]);
});

test('a line of a state is told to its bloc alone, and what was asked of it to its customers', () => {
  const written = ledgers.flat().filter(({ line }) => /^report\.line\.(output|short)$/.test(line?.id ?? ''));
  expect(written.length).toBeGreaterThan(0);
  for (const { line, subject, audience } of written) {
    const { bloc, marketDriven, customers } = ruleset.lines[subject] ?? {};
    if (line?.id === 'report.line.short') expect(audience).toEqual(marketDriven ? 'all' : customers);
    else if (bloc === null) expect(audience).toBe('all');
    else for (const seat of audience) expect(ruleset.actors[seat]?.bloc).toBe(bloc);
  }
});
