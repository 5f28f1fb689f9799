/** On the map of the base game nothing that is read covers anything else that is read, at any zoom and size. */
import { expect, test } from 'vitest';
import { type Box, contains, overlaps } from '#client/map/boxes.ts';
import { layOut, type MapLayout } from '#client/map/layout.ts';
import { nearestTowards } from '#client/map/nearest.ts';
import { project } from '#client/map/projection.ts';
import type { MapModel } from '#client/map/types.ts';
import { clampView, fitView, type Size, zoomAt } from '#client/map/view-window.ts';
import { mapModel } from '#client/scenes/map-model.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import { viewFor } from '#shared/state/view.ts';
import { worldAfter } from './world.ts';

const { ruleset, view } = await worldAfter(2);
const model = mapModel(ruleset, view);

/** Maps of a match of bots, turn by turn, as a lab sees them. */
const turns: MapModel[] = [];
playMatch(ruleset, {
  scenario: 'base:long-race',
  seed: '10ace10ace10ace10ace10ace10ace00',
  maxTurns: 12,
  onTurn: ({ resolution }) => turns.push(mapModel(ruleset, viewFor(ruleset, resolution.state, 'base:deepseek'))),
});
const xs = model.nodes.map(({ at }) => at[0]);
const ys = model.nodes.map(({ at }) => at[1]);
const CONTENT = { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
const DESK: Size = { width: 906, height: 745 };
const TABLET: Size = { width: 676, height: 612 };
const PHONE: Size = { width: 390, height: 322 };
const EAST_ASIA = project(117, 29);

function layoutAt(host: Size, zoom = 1, shown = model, quiet = false): MapLayout {
  const fitted = fitView(host, CONTENT, EAST_ASIA);
  const seen = zoom === 1 ? fitted : zoomAt(fitted, host, zoom, [host.width / 2, host.height / 2]);
  return layOut({
    model: shown,
    scale: seen.scale,
    screen: { x: seen.x, y: seen.y, ...host },
    layers: new Set(['chips', 'memory', 'tools', 'power', 'market']),
    quiet,
    label: ({ id }) => id.split(':').at(-1) ?? id,
    measure: (text) => text.length * 6.5,
  });
}

const CASES = [DESK, TABLET, PHONE].flatMap((host) => [0.8, 1, 1.4, 2, 3.5].map((zoom) => ({ host, zoom })));

test.each(CASES)('labels, boxes and seals keep apart at %j', ({ host, zoom }) => {
  const layout = layoutAt(host, zoom);
  const read: Box[] = [...layout.labels, ...layout.callouts].map(({ box }) => box);
  read.forEach((box, i) => {
    for (const other of read.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
    for (const { minor, box: seal } of layout.seals) if (!minor) expect(overlaps(box, seal, -1)).toBe(false);
  });
});

const standing = ({ seals, scale }: MapLayout): Map<string, string> =>
  new Map(
    seals.map(({ node, x, y }) => [node.id, `${Math.round(x - node.at[0] * scale)} ${Math.round(y - node.at[1] * scale)}`]),
  );
/** Seals that stand elsewhere than before. */
const moved = (before: MapLayout, after: MapLayout): string[] => {
  const were = standing(before);
  return [...standing(after)].filter(([id, place]) => were.has(id) && were.get(id) !== place).map(([id]) => id);
};

test.each([DESK, TABLET, PHONE])('from turn to turn seats stand still, and hardly another seal moves, at %j', (host) => {
  const seats = new Set(model.nodes.filter(({ actor }) => actor !== null).map(({ id }) => id));
  const moves = turns.slice(1).flatMap((shown, at) => moved(layoutAt(host, 1, turns[at]), layoutAt(host, 1, shown)));
  expect(moves.filter((id) => seats.has(id))).toEqual([]);
  expect(moves.length / (turns.length - 1)).toBeLessThan(1);
});

test.each([DESK, TABLET, PHONE])('seals stand by night, while the report speaks, where they stand by day, at %j', (host) => {
  for (const shown of turns) expect(moved(layoutAt(host, 1, shown), layoutAt(host, 1, shown, true))).toEqual([]);
});

test('zooming in, most seals keep to their side or go home', () => {
  const zooms = [1, 1.2, 1.4, 1.7, 2, 2.4, 2.8, 3.4].map((zoom) => layoutAt(DESK, zoom));
  const jumps = zooms.slice(1).flatMap((near, at) => {
    const places = standing(near);
    return moved(zooms[at] as MapLayout, near).filter((id) => places.get(id) !== '0 0');
  });
  expect(jumps.length / (zooms.length - 1) / model.nodes.length).toBeLessThan(0.2);
});

test('the first view shows all seals, with you and the great hubs named', () => {
  for (const host of [DESK, TABLET]) {
    const fitted = fitView(host, CONTENT, EAST_ASIA);
    const { seals, labels } = layoutAt(host);
    for (const { box } of seals) expect(contains({ x: fitted.x, y: fitted.y, ...host }, box)).toBe(true);
    const named = new Set(labels.map(({ id }) => id));
    for (const { node } of seals) if (node.you || node.rank === 0) expect(named.has(node.id)).toBe(true);
  }
});

test('the foot of the map stays free of sites where words lie there', () => {
  const keptPx = 90;
  for (const host of [DESK, TABLET, { width: 1600, height: 638 }]) {
    const { scale, y } = fitView(host, CONTENT, EAST_ASIA, keptPx);
    expect(CONTENT.bottom * scale - y).toBeLessThan(host.height - keptPx);
    expect(CONTENT.top * scale - y).toBeGreaterThan(0);
  }
});

test('a narrow screen shows East Asia, with signs to what lies beyond', () => {
  const { pointers, scale } = layoutAt(PHONE);
  expect(scale).toBeGreaterThan(layoutAt(DESK).scale);
  expect(pointers.length).toBeGreaterThan(0);
});

test('the view never leaves the map', () => {
  const far = clampView({ scale: 2, x: -5000, y: 9000 }, DESK);
  expect(far.x).toBeGreaterThan(-100);
  expect(far.y).toBeLessThan(2 * 745);
});

test('arrow keys go to the nearest seal of that side', () => {
  const targets = [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 40, y: 4 },
    { id: 'c', x: 30, y: 60 },
    { id: 'd', x: -50, y: 0 },
  ];
  expect(nearestTowards(targets, 0, 0, 'right', 'a')).toBe('b');
  expect(nearestTowards(targets, 0, 0, 'left', 'a')).toBe('d');
  expect(nearestTowards(targets, 0, 0, 'down', 'a')).toBe('c');
  expect(nearestTowards(targets, 0, 0, 'up', 'a')).toBe(null);
});
