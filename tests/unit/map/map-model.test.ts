/** The map's model says what the seat knows: seals, flows with their widths, and laws at the routes that they choke. */
import { expect, test } from 'vitest';
import { mapModel } from '#client/scenes/map-model.ts';
import type { SeatView } from '#shared/state/schema.ts';
import { type World, worldAfter } from './world.ts';

const world: World = await worldAfter(2);
const { ruleset, view, seat } = world;
const { bloc } = ruleset.actors[seat] ?? { bloc: '' };
const chipRoute = Object.values(ruleset.routes).find(
  ({ kind, serves, from, to }) => kind === 'chips' && serves === bloc && ruleset.sites[from]?.bloc !== ruleset.sites[to]?.bloc,
);
const routeId = chipRoute?.id ?? '';
const threshold = Object.values(ruleset.laws).find(({ lever }) => lever === 'chip-threshold');

interface Change {
  readonly forceTurn?: number;
  readonly untilTurn?: number | null;
  readonly wanted?: number;
  readonly delivered?: number;
  readonly gone?: boolean;
}

/** The view with one law against the own bloc and one counted flow. */
function withLaw({ forceTurn = 1, untilTurn = null, wanted = 1000, delivered = 250, gone = false }: Change): SeatView {
  const setting = threshold?.settings[0] ?? { key: '' };
  const law = {
    id: `${threshold?.id}-1`,
    law: threshold?.id ?? '',
    lever: 'chip-threshold' as const,
    by: '',
    bloc: '',
    target: bloc,
    chip: null,
  };
  const full = { ...law, setting, announcedTurn: 0, forceTurn, untilTurn };
  return {
    seat,
    state: {
      ...view.state,
      laws: gone ? {} : { [law.id]: full },
      flows: { ...view.state.flows, [routeId]: { wanted, delivered, laws: [law.id] } },
    },
  };
}
const barrierOf = (change: Change) => mapModel(ruleset, withLaw(change)).barriers.find(({ id }) => id === routeId);

test('every actor in play has a seal with its initials, and one of them is you', () => {
  const { nodes } = mapModel(ruleset, view);
  const actors = nodes.flatMap(({ actor }) => actor ?? []);
  expect([...actors].sort()).toEqual(Object.keys(view.state.actors).sort());
  expect(nodes.filter(({ you }) => you).map(({ actor }) => actor)).toEqual([seat]);
  expect(nodes.every(({ actor, initials }) => actor === null || initials !== null)).toBe(true);
  expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
});

test('only the own power is known', () => {
  const rival = Object.keys(view.state.actors).find((id) => ruleset.actors[id]?.bloc !== bloc) ?? '';
  const state = structuredClone(view.state);
  const site = Object.keys(ruleset.sites).find((id) => ruleset.sites[id]?.power) ?? '';
  const own = state.actors[seat]?.own;
  if (own) own.powerMw = { [site]: 7 };
  const { nodes } = mapModel(ruleset, { seat, state });
  expect(nodes.find(({ id }) => id === site)?.power?.usedMw).toBe(7);
  expect(view.state.actors[rival]?.own).toBeUndefined();
});

test('two actors on one site have a seal each', () => {
  const [a, b] = Object.keys(view.state.actors);
  const home = ruleset.actors[a ?? '']?.home ?? '';
  const shared = { ...ruleset, actors: { ...ruleset.actors, [b ?? '']: { ...ruleset.actors[b ?? ''], home } } } as typeof ruleset;
  const ids = mapModel(shared, view)
    .nodes.filter(({ site }) => site === home)
    .map(({ id }) => id);
  expect(ids.sort()).toEqual([a, b].sort());
});

test('an arc for every route; wider for more, by the square root', () => {
  const flows = { ...view.state.flows, [routeId]: { wanted: 400_000, delivered: 100_000, laws: [] } };
  const { arcs } = mapModel(ruleset, { seat, state: { ...view.state, flows } });
  expect(arcs.map(({ id }) => id).sort()).toEqual(Object.keys(ruleset.routes).sort());
  const arc = arcs.find(({ id }) => id === routeId);
  expect(arc?.state).toBe('short');
  expect((arc?.wantedPx ?? 0) / (arc?.deliveredPx ?? 1)).toBeCloseTo(2, 1);
});

test('a law that is coming, in force, closing everything, ended and withdrawn', () => {
  const { turn } = view.state;
  expect(barrierOf({ forceTurn: turn + 1 })?.state).toBe('announced');
  expect(barrierOf({})).toMatchObject({ state: 'in-force', sharePermille: 250 });
  expect(barrierOf({ delivered: 0 })?.state).toBe('closed');
  expect(barrierOf({ untilTurn: turn })?.state).toBe('lifted');
  expect(barrierOf({ gone: true })?.state).toBe('lifted');
});

test('the draft marks its places', () => {
  const { nodes, arcs } = mapModel(ruleset, view, { draftPlaces: [routeId, seat] });
  expect(arcs.filter(({ drafted }) => drafted).map(({ id }) => id)).toEqual([routeId]);
  expect(nodes.filter(({ drafted }) => drafted).map(({ actor }) => actor)).toEqual([seat]);
});
