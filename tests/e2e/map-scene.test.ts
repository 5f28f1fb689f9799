/** The map by its scene: what is drawn where, how wide, which label is hidden; and that the list view reaches all of it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Box } from '#client/map/boxes.ts';
import type { SceneDescription } from '#client/map/description.ts';
import type { MapHandle } from '#client/scenes/map-handle.ts';
import { CHROMIUM, launchBrowser } from './browser.ts';
import { eventually } from './eventually.ts';
import { readFrozen } from './fixtures/freeze.ts';
import { OWN_SEAT } from './fixtures/mock-script.ts';
import { type MockGame, openMock, startMockGame } from './fixtures/mock-server.ts';
import { settled } from './pictures.ts';

const ZOOMS = 5;
/** A loaded machine takes a while. */
const SOON = { timeout: 20_000 };
const TOUCH_PX = 1;

type MapHost = HTMLElement & { mapHandle: MapHandle };
const scene = (page: Page): Promise<SceneDescription> =>
  page.evaluate(() => (document.querySelector('[data-testid=map]') as MapHost).mapHandle.describe());

const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > TOUCH_PX &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > TOUCH_PX;

/** Pairs of labels that lie over each other. */
const collisions = ({ labels }: SceneDescription): string[] =>
  labels.flatMap((one, at) =>
    labels.slice(at + 1).flatMap((other) => (overlap(one.box, other.box) ? [`${one.text} / ${other.text}`] : [])),
  );

describe.skipIf(CHROMIUM === null)('the map', () => {
  let game: MockGame;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    game = await startMockGame('frozen');
    browser = await launchBrowser('webgl');
    const context = await browser.newContext({
      viewport: { width: 1600, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    page = await openMock(context, game, 'frozen');
    await settled(page, 'frozen');
    await drawn();
  });
  /** The map is there with all that it shows. */
  const drawn = () =>
    page.waitForFunction(
      () => ((document.querySelector('[data-testid=map]') as MapHost | null)?.mapHandle?.describe().callouts.length ?? 0) > 0,
    );
  // Each test begins on the map, whatever the one before it left open.
  beforeEach(async () => {
    if (await page.getByTestId('list-view').isVisible()) await page.keyboard.press('l');
    await drawn();
  });
  afterAll(async () => {
    await browser.close();
    await game.end();
  });

  test('flows are as wide as their goods, and narrow at the jaws to what gets through', async () => {
    const { arcs, barriers } = await scene(page);
    expect(arcs.length).toBeGreaterThan(20);
    for (const arc of arcs) {
      expect(arc.throughPx, arc.id).toBeLessThanOrEqual(arc.widthPx);
      if (arc.state === 'closed') expect(arc.throughPx, arc.id).toBeLessThan(arc.widthPx);
    }
    const short = arcs.filter(({ state, kind }) => state === 'short' && kind === 'chips');
    expect(short.length).toBeGreaterThan(0);
    expect(short.some(({ hatched }) => hatched)).toBe(true);
    const inForce = barriers.filter(({ state }) => state === 'in-force');
    expect(inForce.length).toBeGreaterThan(0);
    for (const { sharePermille } of inForce) expect(sharePermille).toBeLessThan(1000);
    expect(barriers.some(({ state }) => state === 'announced')).toBe(true);
  });

  test('the law that was announced and those in force have their callouts, on screen and off each other', async () => {
    const { callouts, width, height } = await scene(page);
    expect(callouts.map(({ title }) => title).join()).toMatch(/Memory control/);
    expect(callouts.some(({ state }) => state === 'in-force')).toBe(true);
    for (const { box } of callouts) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    for (const [at, one] of callouts.entries())
      for (const other of callouts.slice(at + 1)) expect(overlap(one.box, other.box)).toBe(false);
  });

  test('the own seat stands out; every seal with a shown label has that label, and the others are named as hidden', async () => {
    const { nodes, labels, hidden } = await scene(page);
    const home = readFrozen().ruleset.actors[OWN_SEAT]?.home;
    expect(nodes.filter(({ you }) => you).map(({ id }) => id)).toEqual([home]);
    const shown = new Set(labels.map(({ id }) => id));
    for (const { id, labelShown, minor } of nodes) {
      expect(shown.has(id), id).toBe(labelShown);
      if (!labelShown && !minor) expect(hidden, id).toContain(id);
    }
    expect(nodes.find(({ you }) => you)?.labelShown).toBe(true);
  });

  test('labels don’t lie over each other at any zoom', async () => {
    const found: string[] = [];
    for (let step = 0; step < ZOOMS; step += 1) {
      found.push(...collisions(await scene(page)));
      await page.keyboard.press('+');
      await page.waitForTimeout(250);
    }
    const { scale } = await scene(page);
    expect(scale).toBeGreaterThan(1.2);
    for (let step = 0; step < ZOOMS; step += 1) await page.keyboard.press('-');
    await page.waitForTimeout(250);
    expect(found).toEqual([]);
  });

  test('the list view reaches every seal, flow and law of the map, and shares what is picked', async () => {
    const drawn = await scene(page);
    await page.keyboard.press('l');
    await page.getByTestId('list-view').waitFor();
    const ids = (name: string): Promise<string[]> =>
      page.evaluate(
        (attribute) => [...document.querySelectorAll(`[${attribute}]`)].map((one) => one.getAttribute(attribute) ?? ''),
        name,
      );
    const [nodes, routes, laws] = [await ids('data-node'), await ids('data-route'), await ids('data-law')];
    expect(drawn.nodes.map(({ id }) => id).filter((id) => !nodes.includes(id))).toEqual([]);
    expect(drawn.arcs.map(({ id }) => id).filter((id) => !routes.includes(id))).toEqual([]);
    expect(drawn.callouts.map(({ law }) => law).filter((id) => !laws.includes(id))).toEqual([]);
    await page.locator('[data-node] button').first().press('Enter');
    await eventually(() => page.locator('tr.picked').count()).toBeGreaterThan(0);
    await page.keyboard.press('l');
    await expect.poll(async () => (await scene(page)).focus, SOON).not.toBeNull();
    await page.keyboard.press('Escape');
  });

  test('arrow keys go from seal to seal, and the card says what is there', async () => {
    await page.keyboard.press('ArrowRight');
    await page.locator('.picked-card').waitFor();
    const first = (await scene(page)).focus;
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await scene(page)).focus, SOON).not.toBe(first);
    await page.keyboard.press('Escape');
  });

  test('without WebGL the map is drawn on a plain canvas, or the list stands in its place', async () => {
    const context = await browser.newContext({
      viewport: { width: 1600, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    await context.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function getContext(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.includes('webgl') ? null : (original as (...all: unknown[]) => unknown).call(this, kind, ...rest);
      } as typeof original;
    });
    const plain = await openMock(context, game, 'frozen');
    await settled(plain, 'frozen');
    await plain.waitForFunction(
      () =>
        (document.querySelector('[data-testid=map]') as MapHost | null)?.mapHandle !== undefined ||
        document.querySelector('[data-testid=list-view]') !== null,
    );
    const drawn = () =>
      plain.evaluate(() => (document.querySelector('[data-testid=map]') as MapHost | null)?.mapHandle?.describe());
    const first = await drawn();
    if (first === undefined) await eventually(() => plain.getByTestId('list-view').isVisible()).toBe(true);
    else {
      expect(first.renderer).toBe('canvas');
      // Labels come with the first frame that has the state.
      await eventually(async () => (await drawn())?.labels.length).toBeGreaterThan(20);
    }
    await context.close();
  });

  test('layers that are switched off are not drawn', async () => {
    const before = (await scene(page)).arcs.filter(({ kind }) => kind === 'memory').length;
    expect(before).toBeGreaterThan(0);
    await page.keyboard.press('m');
    await page.getByRole('button', { name: 'Memory', exact: true }).click();
    await expect.poll(async () => (await scene(page)).arcs.filter(({ kind }) => kind === 'memory').length, SOON).toBe(0);
    await page.getByRole('button', { name: 'Memory', exact: true }).click();
  });
});
