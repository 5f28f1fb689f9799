/** What comes and goes above the map: focus, hover, the marks of the report and the signs at the edge of a narrow screen. */

import type { Entry } from '#shared/state/ledger.ts';
import type { Box } from '../map/boxes.ts';
import { pointAt } from '../map/curve.ts';
import type { MapLayout } from '../map/layout.ts';
import { type DrawnPointer, paintFocusRing, paintPointer, paintSpot, paintTooltip, type Spot } from '../map/paint/spots.ts';
import { PALETTES } from '../map/palette.ts';
import type { EdgePointer } from '../map/pointers.ts';
import type { PlacedSeal } from '../map/seals.ts';
import { spotAt } from '../map/spots.ts';
import { filled, shortName, type TextStyle } from '../map/text-style.ts';
import type { MapMode } from '../map/types.ts';
import { NARROW_PX } from '../map/view-window.ts';
import type { MapOptions } from './map-handle.ts';
import type { MapScene } from './map-scene.ts';

const EVENT_MS = 1600;
const MOST_SPOTS = 4;
const WIDEST_WORDS_PX = 250;

type SealOf = (id: string) => PlacedSeal | undefined;

interface SpotPaint {
  readonly layout: MapLayout;
  readonly part: Box;
  readonly mode: MapMode;
  readonly focused: PlacedSeal | null;
}

export class Spotlight {
  /** Arcs that stand out; null when no event is shown. */
  lit: ReadonlySet<string> | null = null;
  private readonly scene: MapScene;
  private readonly family: string;
  private readonly options: MapOptions;
  private readonly measure: (text: string, style: TextStyle) => number;
  private shown: { entry: Entry; spot: Spot; scale: number }[] = [];
  private hovered: PlacedSeal | null = null;
  private finish: (() => void) | null = null;

  constructor(scene: MapScene, family: string, options: MapOptions, measure: (text: string, style: TextStyle) => number) {
    this.scene = scene;
    this.family = family;
    this.options = options;
    this.measure = measure;
  }

  get spots(): readonly Spot[] {
    return this.shown.map(({ spot }) => spot);
  }

  /** True when the hovered seal changed. */
  hover(seal: PlacedSeal | null): boolean {
    const changed = seal?.node.id !== this.hovered?.node.id;
    this.hovered = seal;
    return changed;
  }

  clear(): void {
    this.finish?.();
    this.shown = [];
    this.lit = null;
  }

  /** Where an event happens on the sheet: its first place that is drawn. */
  placeOf(entry: Entry, layout: MapLayout, sealOf: SealOf): readonly [number, number] | null {
    for (const place of entry.places) {
      const ribbon = layout.ribbons.find(({ arc }) => arc.id === place);
      if (ribbon) {
        const { x, y } = pointAt(ribbon.curve, ribbon.jawsAlong ?? ribbon.curve.length / 2);
        return [x, y];
      }
      const seal = sealOf(place);
      if (seal) return [seal.x, seal.y];
    }
    return null;
  }

  /** Marks an event with the number of its headline; an event that is still being shown ends at once. */
  play(entry: Entry, number: number, layout: MapLayout, screen: Box, sealOf: SealOf): Promise<void> {
    this.finish?.();
    const at = this.placeOf(entry, layout, sealOf);
    const before = this.shown
      .filter((one) => one.entry.id !== entry.id)
      .map((one) => ({ ...one, spot: { ...one.spot, lines: [], current: false } }));
    this.shown = before.slice(1 - MOST_SPOTS);
    const lines = this.words(entry, screen);
    if (at) this.shown.push({ entry, spot: this.spot(at, number, lines, layout, screen, this.spots), scale: layout.scale });
    const arcs = entry.places.filter((place) => layout.ribbons.some(({ arc }) => arc.id === place));
    this.lit = arcs.length > 0 ? new Set(arcs) : null;
    return new Promise((resolve) => {
      const timer = window.setTimeout(() => this.finish?.(), this.options.reducedMotion ? 0 : EVENT_MS);
      this.finish = () => {
        window.clearTimeout(timer);
        this.finish = null;
        resolve();
      };
    });
  }

  /** What a mark says beside its number: on a narrow screen nothing, the headline below says it. */
  private words(entry: Entry, screen: Box): string[] {
    if (entry.line === null || screen.width < NARROW_PX) return [];
    return filled(this.options.label(entry.line), 'flow', this.measure, WIDEST_WORDS_PX);
  }

  /** Marks find new places where the screen has another size. */
  rearrange(layout: MapLayout, screen: Box, sealOf: SealOf): void {
    const placed: Spot[] = [];
    this.shown = this.shown.map((one) => {
      const { number, current } = one.spot;
      const lines = current ? this.words(one.entry, screen) : [];
      const at = this.placeOf(one.entry, layout, sealOf) ?? one.spot.at;
      const spot = { ...this.spot(at, number, lines, layout, screen, placed), current };
      placed.push(spot);
      return { ...one, spot, scale: layout.scale };
    });
  }

  private spot(
    at: readonly [number, number],
    number: number,
    lines: readonly string[],
    layout: MapLayout,
    screen: Box,
    others: readonly Spot[],
  ): Spot {
    const width = Math.max(0, ...lines.map((line) => this.measure(line, 'flow')));
    return spotAt(at, number, lines, width, screen, others, busyBoxes(layout));
  }

  paint({ layout, part, mode, focused }: SpotPaint): void {
    const palette = PALETTES[mode];
    this.shown = this.shown.map((one) => ({ ...one, spot: rescaled(one.spot, layout.scale / one.scale), scale: layout.scale }));
    if (focused === null && this.hovered === null && layout.pointers.length === 0 && this.shown.length === 0) {
      this.scene.hideSpots();
      return;
    }
    const labelled = new Set(layout.labels.map(({ id }) => id));
    this.scene.paintSpots(part, (context) => {
      if (focused) paintFocusRing(context, focused, palette);
      for (const pointer of layout.pointers) paintPointer(context, this.sign(layout, pointer), palette, this.family);
      for (const { spot } of this.shown) paintSpot(context, spot, mode, this.family);
      for (const seal of new Set([this.hovered, focused])) {
        const current = seal && layout.seals.find(({ node }) => node.id === seal.node.id);
        if (current && !labelled.has(current.node.id))
          paintTooltip(context, current, this.options.label(current.node.label), palette, this.family);
      }
    });
  }

  private sign(layout: MapLayout, { site, arc, box, angle }: EdgePointer): DrawnPointer {
    const seal = layout.seals.find(({ node }) => node.site === site);
    const name = seal ? shortName(this.options.label(seal.node.label)) : '';
    return { name, figure: arc.deliveredLabel ? this.options.label(arc.deliveredLabel) : '', box, angle };
  }
}

/** A mark after a zoom: its place moves with the map, its distance stays. */
function rescaled(spot: Spot, ratio: number): Spot {
  if (ratio === 1) return spot;
  const at = [spot.at[0] * ratio, spot.at[1] * ratio] as const;
  return { ...spot, at, mark: [at[0] + spot.mark[0] - spot.at[0], at[1] + spot.mark[1] - spot.at[1]] };
}

function busyBoxes({ seals, labels, pointers }: MapLayout): Box[] {
  return [...seals.filter(({ minor }) => !minor), ...labels, ...pointers].map(({ box }) => box);
}
