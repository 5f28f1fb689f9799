/** The map in a host: keeps model, view and focus, lays out when they come to rest, and tells the scene what to paint. */
import type { Game } from 'phaser';
import type { Entry } from '#shared/state/ledger.ts';
import { type Box, holds } from '../map/boxes.ts';
import type { SceneDescription } from '../map/description.ts';
import { type DrawnLabel, layOut, type MapLayout } from '../map/layout.ts';
import { type Direction, nearestTo, nearestTowards } from '../map/nearest.ts';
import type { PlacedSeal } from '../map/seals.ts';
import { fontOf, type TextStyle } from '../map/text-style.ts';
import type { MapLayer, MapMode, MapModel } from '../map/types.ts';
import type { Size } from '../map/view-window.ts';
import { describeScene } from './describe-scene.ts';
import type { GestureHandlers } from './gestures.ts';
import { MapCamera } from './map-camera.ts';
import type { MapHandle, MapOptions } from './map-handle.ts';
import type { MapScene } from './map-scene.ts';
import { Spotlight } from './spotlight.ts';

const FIRST_LAYERS: readonly MapLayer[] = ['chips', 'memory', 'tools'];
const EMPTY: MapModel = { nodes: [], arcs: [], barriers: [], territories: [] };
/** Painted beyond the screen on every side, so that short pans need no painting. */
const MARGIN_PX = 120;
const REACH_PX = 16;

export class AtlasMap implements MapHandle {
  readonly gestures: GestureHandlers = {
    pan: (dx, dy) => this.camera.pan(dx, dy),
    zoom: (factor, at) => this.camera.zoomBy(factor, at),
    settle: () => this.camera.settle(),
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
  private readonly camera: MapCamera;
  private layout: MapLayout;
  private part: Box = { x: 0, y: 0, width: 1, height: 1 };
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
    const handlers = { moved: () => this.look(), settled: () => this.repaint() };
    this.camera = new MapCamera(game, scene, sizeOf(host), options.reducedMotion, handlers);
    this.layout = this.layOut();
    this.spotlight = new Spotlight(scene, family, options, (text, style) => this.measure(text, style));
    document.fonts.addEventListener('loadingdone', this.onFonts);
    this.repaint();
  }

  update(model: MapModel): void {
    const first = this.model.nodes.length === 0;
    const sameLand = JSON.stringify(model.territories) === JSON.stringify(this.model.territories);
    this.model = sameLand ? { ...model, territories: this.model.territories } : model;
    if (first) this.camera.fit(model.nodes);
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
    if (seal) this.camera.reveal(seal.node.at);
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
    if (at) this.camera.reveal([at[0] / this.layout.scale, at[1] / this.layout.scale]);
    const done = this.spotlight.play(entry, this.layout, this.freeScreen(), (id) => this.sealOf(id));
    this.repaint();
    await done;
  }

  clearPlay(): void {
    this.spotlight.clear();
    this.repaint();
  }

  zoom(step: 1 | -1): void {
    this.camera.zoomStep(step);
  }

  moveFocus(direction: Direction): string | null {
    const seals = this.layout.seals.filter(({ minor }) => !minor).map(target);
    const from = seals.find(({ id }) => id === this.focused);
    const [x, y] = from
      ? [from.x, from.y]
      : [this.camera.view.x + this.camera.middle[0], this.camera.view.y + this.camera.middle[1]];
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
      view: this.camera.view,
      size: this.camera.size,
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
    const { width, height } = this.camera.size;
    if (size.width < 2 || size.height < 2 || (size.width === width && size.height === height)) return;
    this.camera.resize(size, this.model.nodes);
    this.game.scale.resize(Math.round(size.width * this.resolution), Math.round(size.height * this.resolution));
    this.repaint();
  }

  private readonly onFonts = (): void => this.repaint();

  private layOut(): MapLayout {
    return layOut({
      model: this.model,
      scale: this.camera.view.scale,
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
    return {
      x: this.camera.view.x + 6,
      y: this.camera.view.y + 6,
      width: this.camera.size.width - 12,
      height: this.camera.size.height - 12,
    };
  }

  private coveredBoxes(): Box[] {
    return (this.options.covered?.() ?? []).map((box) => ({
      ...box,
      x: box.x + this.camera.view.x,
      y: box.y + this.camera.view.y,
    }));
  }

  private repaint(): void {
    this.layout = this.layOut();
    this.part = {
      x: Math.round(this.camera.view.x - MARGIN_PX),
      y: Math.round(this.camera.view.y - MARGIN_PX),
      width: this.camera.size.width + 2 * MARGIN_PX,
      height: this.camera.size.height + 2 * MARGIN_PX,
    };
    this.scene.paint({
      layout: this.layout,
      part: this.part,
      mode: this.mode,
      territories: this.model.territories,
      lit: this.spotlight.lit,
      family: this.family,
    });
    this.scene.look(this.camera.view);
    this.paintSpots();
  }

  private paintSpots(): void {
    const focused = this.focused === null ? null : (this.sealOf(this.focused) ?? null);
    this.spotlight.paint({ layout: this.layout, part: this.part, mode: this.mode, focused });
  }

  /** Follows the camera; what comes into sight beyond the painted part is painted. */
  private look(): void {
    const { view } = this.camera;
    const far = (at: number, painted: number): boolean => Math.abs(at - MARGIN_PX - painted) > MARGIN_PX;
    if (view.scale === this.layout.scale && (far(view.x, this.part.x) || far(view.y, this.part.y))) this.repaint();
    else this.scene.look(view);
  }

  private tap(x: number, y: number): void {
    const sign = this.layout.pointers.find(({ box }) => holds(box, x + this.camera.view.x, y + this.camera.view.y));
    const site = sign && this.sealOf(sign.site);
    if (site) {
      this.camera.centreOn(site.node.at);
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
    const [sx, sy] = [x + this.camera.view.x, y + this.camera.view.y];
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
