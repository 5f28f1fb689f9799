/** The map in a host: keeps model, view and focus, lays out when they come to rest, and tells the scene what to paint. */
import type { Game } from 'phaser';
import type { Entry } from '#shared/state/ledger.ts';
import { type Box, holds } from '../map/boxes.ts';
import type { SceneDescription } from '../map/description.ts';
import { type DrawnLabel, layOut, type MapLayout } from '../map/layout.ts';
import { type Direction, nearestTo, nearestTowards } from '../map/nearest.ts';
import { project } from '../map/projection.ts';
import type { PlacedSeal } from '../map/seals.ts';
import { fontOf, type TextStyle } from '../map/text-style.ts';
import type { MapLayer, MapMode, MapModel, MapNode } from '../map/types.ts';
import { type Bounds, centredOn, clampView, fitView, type Size, type ViewWindow, zoomAt } from '../map/view-window.ts';
import { describeScene } from './describe-scene.ts';
import type { GestureHandlers } from './gestures.ts';
import type { MapHandle, MapOptions } from './map-handle.ts';
import type { MapScene } from './map-scene.ts';
import { Spotlight } from './spotlight.ts';

const FIRST_LAYERS: readonly MapLayer[] = ['chips', 'memory', 'tools'];
const EMPTY: MapModel = { nodes: [], arcs: [], barriers: [], territories: [] };
/** Painted beyond the screen on every side, so that short pans need no painting. */
const MARGIN_PX = 120;
const ZOOM_STEP = 1.4;
const GLIDE_MS = 220;
const REACH_PX = 16;
/** The bent projection's middle: what a narrow screen shows first. */
const CROP_CENTRE = project(117.5, 29);
/** Frames a second while only arrows move, and while the map itself does. */
const FRAMES = { still: 12, rest: 30, moving: 60 } as const;

export class AtlasMap implements MapHandle {
  readonly gestures: GestureHandlers = {
    pan: (dx, dy) => this.pan(dx, dy),
    zoom: (factor, at) => this.look(zoomAt(this.view, this.size, factor, at), true),
    settle: () => this.settle(),
    tap: (x, y) => this.tap(x, y),
    hover: (at) => this.hover(at),
  };
  private readonly host: HTMLElement;
  private readonly game: Game;
  private readonly scene: MapScene;
  private readonly resolution: number;
  private readonly family: string;
  private readonly options: MapOptions;
  private readonly spotlight: Spotlight;
  private readonly pen = document.createElement('canvas').getContext('2d');
  private model = EMPTY;
  private mode: MapMode = 'day';
  private layers: ReadonlySet<MapLayer> = new Set(FIRST_LAYERS);
  private size: Size;
  private view: ViewWindow;
  private layout: MapLayout;
  private part: Box = { x: 0, y: 0, width: 1, height: 1 };
  /** True until the player moves the map: until then it follows the size of the host. */
  private fitted = true;
  private focused: string | null = null;
  private selectHandlers: ((id: string) => void)[] = [];
  private focusHandlers: ((id: string | null) => void)[] = [];
  private onDestroyed: (() => void) | null = null;

  constructor(host: HTMLElement, game: Game, scene: MapScene, resolution: number, family: string, options: MapOptions) {
    this.host = host;
    this.game = game;
    this.scene = scene;
    this.resolution = resolution;
    this.family = family;
    this.options = options;
    this.size = sizeOf(host);
    this.view = this.fittingView();
    this.layout = this.layOut();
    this.spotlight = new Spotlight(scene, family, options, (text, style) => this.measure(text, style));
    game.loop.setFPSLimit(this.restPace);
    document.fonts.addEventListener('loadingdone', this.onFonts);
    this.repaint();
  }

  update(model: MapModel): void {
    const first = this.model.nodes.length === 0;
    const sameLand = JSON.stringify(model.territories) === JSON.stringify(this.model.territories);
    this.model = sameLand ? { ...model, territories: this.model.territories } : model;
    if (first && this.fitted) this.view = this.fittingView();
    this.repaint();
  }

  setMode(mode: MapMode): void {
    if (mode === this.mode) return;
    this.mode = mode;
    this.spotlight.clear();
    this.repaint();
  }

  setLayers(layers: readonly MapLayer[]): void {
    this.layers = new Set(layers);
    this.repaint();
  }

  refresh(): void {
    this.repaint();
  }

  focus(id: string | null): void {
    const seal = id === null ? undefined : this.sealOf(id);
    this.focused = seal?.node.id ?? null;
    if (seal) this.reveal(seal.node.at);
    this.paintSpots();
  }

  onSelect(handler: (id: string) => void): void {
    this.selectHandlers.push(handler);
  }

  onFocus(handler: (id: string | null) => void): void {
    this.focusHandlers.push(handler);
  }

  async play(entry: Entry): Promise<void> {
    const at = this.spotlight.placeOf(entry, this.layout, (id) => this.sealOf(id));
    if (at) this.reveal([at[0] / this.layout.scale, at[1] / this.layout.scale]);
    const done = this.spotlight.play(entry, this.layout, this.freeScreen(), (id) => this.sealOf(id));
    this.repaint();
    await done;
  }

  clearPlay(): void {
    this.spotlight.clear();
    this.repaint();
  }

  zoom(step: 1 | -1): void {
    const middle = [this.size.width / 2, this.size.height / 2] as const;
    this.glide(zoomAt(this.view, this.size, step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, middle));
  }

  moveFocus(direction: Direction): string | null {
    const seals = this.layout.seals.filter(({ minor }) => !minor).map(target);
    const from = seals.find(({ id }) => id === this.focused);
    const [x, y] = from ? [from.x, from.y] : [this.view.x + this.size.width / 2, this.view.y + this.size.height / 2];
    const next = from ? nearestTowards(seals, x, y, direction, from.id) : nearestTo(seals, x, y, Number.POSITIVE_INFINITY);
    if (next !== null) {
      this.focus(next);
      this.tellFocus();
    }
    return this.focused;
  }

  describe(): SceneDescription {
    return describeScene({
      layout: this.layout,
      view: this.view,
      size: this.size,
      mode: this.mode,
      focus: this.focused,
      lit: this.spotlight.lit,
      spots: this.spotlight.spots,
      arrows: this.scene.arrows,
      renderer: this.game.renderer,
    });
  }

  whenDestroyed(handler: () => void): void {
    this.onDestroyed = handler;
  }

  destroy(): void {
    document.fonts.removeEventListener('loadingdone', this.onFonts);
    this.spotlight.clear();
    this.onDestroyed?.();
    this.onDestroyed = null;
  }

  /** Follows the host's size; a map that the player has not moved is fitted anew. */
  resize(): void {
    const size = sizeOf(this.host);
    if (size.width < 2 || size.height < 2 || (size.width === this.size.width && size.height === this.size.height)) return;
    const [cx, cy] = [
      (this.view.x + this.size.width / 2) / this.view.scale,
      (this.view.y + this.size.height / 2) / this.view.scale,
    ];
    this.size = size;
    this.game.scale.resize(Math.round(size.width * this.resolution), Math.round(size.height * this.resolution));
    this.view = this.fitted ? this.fittingView() : clampView(centredOn([cx, cy], this.view.scale, size), size);
    this.repaint();
  }

  private readonly onFonts = (): void => this.repaint();

  private fittingView(): ViewWindow {
    return fitView(this.size, boundsOf(this.model.nodes), CROP_CENTRE);
  }

  private layOut(): MapLayout {
    return layOut({
      model: this.model,
      scale: this.view.scale,
      screen: this.freeScreen(),
      layers: this.layers,
      quiet: this.mode === 'night',
      label: this.options.label,
      measure: (text, style) => this.measure(text, style),
      covered: this.coveredBoxes(),
    });
  }

  private measure(text: string, style: TextStyle): number {
    if (!this.pen) return text.length * 7;
    this.pen.font = fontOf(style, this.family);
    return this.pen.measureText(text).width;
  }

  /** The screen as a box of the sheet. */
  private freeScreen(): Box {
    return { x: this.view.x + 6, y: this.view.y + 6, width: this.size.width - 12, height: this.size.height - 12 };
  }

  private coveredBoxes(): Box[] {
    return (this.options.covered?.() ?? []).map((box) => ({ ...box, x: box.x + this.view.x, y: box.y + this.view.y }));
  }

  private repaint(): void {
    this.layout = this.layOut();
    this.part = {
      x: Math.round(this.view.x - MARGIN_PX),
      y: Math.round(this.view.y - MARGIN_PX),
      width: this.size.width + 2 * MARGIN_PX,
      height: this.size.height + 2 * MARGIN_PX,
    };
    this.scene.paint({
      layout: this.layout,
      part: this.part,
      mode: this.mode,
      territories: this.model.territories,
      lit: this.spotlight.lit,
      family: this.family,
    });
    this.scene.look(this.view);
    this.paintSpots();
  }

  private paintSpots(): void {
    const focused = this.focused === null ? null : (this.sealOf(this.focused) ?? null);
    this.spotlight.paint({ layout: this.layout, part: this.part, mode: this.mode, focused });
  }

  private look(view: ViewWindow, moving: boolean): void {
    this.fitted = false;
    this.view = view;
    if (moving) this.pace(FRAMES.moving);
    const uncovered =
      view.scale === this.layout.scale &&
      (Math.abs(view.x - MARGIN_PX - this.part.x) > MARGIN_PX || Math.abs(view.y - MARGIN_PX - this.part.y) > MARGIN_PX);
    if (uncovered) this.repaint();
    else this.scene.look(view);
  }

  private get restPace(): number {
    return this.options.reducedMotion ? FRAMES.still : FRAMES.rest;
  }

  /** Changing the pace restarts the loop, so only when it differs. */
  private pace(framesPerS: number): void {
    if (this.game.loop.fpsLimit !== framesPerS) this.game.loop.setFPSLimit(framesPerS);
  }

  private pan(dx: number, dy: number): void {
    this.look(clampView({ ...this.view, x: this.view.x - dx, y: this.view.y - dy }, this.size), true);
  }

  private settle(): void {
    this.game.loop.setFPSLimit(this.restPace);
    this.repaint();
  }

  /** Moves the view there in a moment, or at once under reduced motion. */
  private glide(to: ViewWindow): void {
    this.fitted = false;
    if (this.options.reducedMotion) {
      this.view = to;
      this.repaint();
      return;
    }
    const from = this.view;
    this.pace(FRAMES.moving);
    const now = { share: 0 };
    const mix = (a: number, b: number): number => a + (b - a) * now.share;
    this.scene.tweens.add({
      targets: now,
      share: 1,
      duration: GLIDE_MS,
      ease: 'Sine.easeInOut',
      onUpdate: () => this.look({ scale: mix(from.scale, to.scale), x: mix(from.x, to.x), y: mix(from.y, to.y) }, true),
      onComplete: () => {
        this.view = to;
        this.settle();
      },
    });
  }

  /** Brings a place of the map on screen when it is off it. */
  private reveal([x, y]: readonly [number, number]): void {
    const [sx, sy] = [x * this.view.scale - this.view.x, y * this.view.scale - this.view.y];
    if (sx > 40 && sy > 40 && sx < this.size.width - 40 && sy < this.size.height - 40) return;
    this.glide(clampView(centredOn([x, y], this.view.scale, this.size), this.size));
  }

  private tap(x: number, y: number): void {
    const sign = this.layout.pointers.find(({ box }) => holds(box, x + this.view.x, y + this.view.y));
    const site = sign && this.sealOf(sign.site);
    if (site) {
      this.glide(clampView(centredOn(site.node.at, this.view.scale, this.size), this.size));
      return;
    }
    const id = this.under(x, y);
    this.focused = id;
    this.tellFocus();
    this.paintSpots();
    if (id !== null) for (const handler of this.selectHandlers) handler(id);
  }

  private hover(at: readonly [number, number] | null): void {
    const id = at === null ? null : this.under(...at);
    this.host.style.cursor = id === null ? 'grab' : 'pointer';
    if (this.spotlight.hover(id === null ? null : (this.sealOf(id) ?? null))) this.paintSpots();
  }

  private tellFocus(): void {
    for (const handler of this.focusHandlers) handler(this.focused);
  }

  /** Seal or label under a point of the host. */
  private under(x: number, y: number): string | null {
    const [sx, sy] = [x + this.view.x, y + this.view.y];
    const seal = nearestTo(this.layout.seals.map(target), sx, sy, REACH_PX);
    if (seal !== null) return seal;
    const label = this.layout.labels.find((one: DrawnLabel) => one.arc === null && holds(one.box, sx, sy));
    return label?.id ?? null;
  }

  private sealOf(id: string): PlacedSeal | undefined {
    const { seals } = this.layout;
    return seals.find(({ node }) => node.id === id) ?? seals.find(({ node }) => node.actor === id || node.site === id);
  }
}

const target = ({ node, x, y, radius }: PlacedSeal): { id: string; x: number; y: number; radius: number } => ({
  id: node.id,
  x,
  y,
  radius,
});
const sizeOf = ({ clientWidth, clientHeight }: HTMLElement): Size => ({
  width: Math.max(1, clientWidth),
  height: Math.max(1, clientHeight),
});

function boundsOf(nodes: readonly MapNode[]): Bounds {
  const xs = nodes.map(({ at }) => at[0]);
  const ys = nodes.map(({ at }) => at[1]);
  if (xs.length === 0)
    return { left: CROP_CENTRE[0] - 400, right: CROP_CENTRE[0] + 400, top: CROP_CENTRE[1] - 250, bottom: CROP_CENTRE[1] + 250 };
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
