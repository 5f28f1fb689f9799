/**
 * The one map of the match: fetched after the panels work, kept from planning to report and back by moving its element
 * from place to place, and taken down when the match is left.
 */
import { effect, signal } from '@preact/signals';
import type { DraftCheck } from '#shared/rules/check-draft.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { MapHandle } from '../../scenes/map-view.ts';
import { lineText } from '../report/line-text.ts';
import { language } from '../text/language.ts';
import { words } from '../text/words.ts';
import { listView, picked } from './layout.ts';

export const LAYERS = ['chips', 'memory', 'tools', 'power', 'market'] as const;
export type Layer = (typeof LAYERS)[number];
export const layersShown = signal<ReadonlySet<Layer>>(new Set(['chips', 'memory', 'tools']));

/** The map when it stands; null before and where it can't be drawn. */
export const map = signal<MapHandle | null>(null);
export const mapFailed = signal(false);

const IDLE_LIMIT_MS = 1500;

let element: HTMLElement | null = null;
let starting: Promise<void> | null = null;
let stops: (() => void)[] = [];

export const calm = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

async function start(host: HTMLElement): Promise<void> {
  try {
    const { mountMap } = await import('../../scenes/map-view.ts');
    const made = await mountMap(host, { label: lineText, reducedMotion: calm(), covered: () => coveredBoxes(host) });
    if (element !== host) {
      made.destroy();
      return;
    }
    made.onSelect((id) => {
      picked.value = id;
    });
    map.value = made;
    // What is drawn, for tests of the scene.
    Object.assign(host, { mapHandle: made });
    stops = [
      effect(() => made.setLayers([...layersShown.value])),
      effect(() => made.focus(picked.value)),
      effect(() => {
        if (words.value[language.value] !== undefined) made.refresh();
      }),
    ];
  } catch {
    // Where nothing can be drawn, the list holds the same world.
    mapFailed.value = true;
    listView.value = true;
  }
}

/** Panels that lie over the map, in its own pixels. */
function coveredBoxes(host: HTMLElement): { x: number; y: number; width: number; height: number }[] {
  const at = host.getBoundingClientRect();
  return [...host.ownerDocument.querySelectorAll('[data-over-map]')].map((panel) => {
    const box = panel.getBoundingClientRect();
    return { x: box.left - at.left, y: box.top - at.top, width: box.width, height: box.height };
  });
}

/** Puts the map into a place on the page; it is made on the first call, when the page is idle. */
export function showMapIn(place: HTMLElement): () => void {
  element ??= Object.assign(document.createElement('div'), { className: 'map-host' });
  const host = element;
  host.dataset.testid = 'map';
  host.setAttribute('aria-hidden', 'true');
  place.prepend(host);
  if (starting === null) {
    // A busy machine may have no idle moment for long.
    const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 50));
    starting = new Promise((resolve) => idle(() => resolve(start(host)), { timeout: IDLE_LIMIT_MS }));
  }
  return () => host.remove();
}

/** The canvas is shown once the first picture has had time to be drawn. */
export function shownSoon(): void {
  const host = element;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (host !== null) host.dataset.drawn = 'yes';
    }),
  );
}

/** Takes the map down with everything it holds. */
export function dropMap(): void {
  for (const stop of stops) stop();
  stops = [];
  map.peek()?.destroy();
  map.value = null;
  mapFailed.value = false;
  element = null;
  starting = null;
}

export function toggleLayer(layer: Layer): void {
  const next = new Set(layersShown.value);
  if (!next.delete(layer)) next.add(layer);
  layersShown.value = next;
}

/** Sites and actors that the drafted orders name. */
export function placesOf(orders: DraftCheck['orders'], world: Ruleset): string[] {
  const known = (id: string): boolean =>
    world.sites[id] !== undefined || world.actors[id] !== undefined || world.routes[id] !== undefined;
  return orders.flatMap(({ order }) =>
    Object.values(order).filter((value): value is string => typeof value === 'string' && known(value)),
  );
}
