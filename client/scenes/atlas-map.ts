/** The map in a host: takes the model, moves the camera, answers to fingers and keys, and tells what is picked. */
import type { Game } from 'phaser';
import type { Entry } from '#shared/state/ledger.ts';
import { holds } from '../map/boxes.ts';
import type { SceneDescription } from '../map/description.ts';
import type { DrawnLabel } from '../map/layout.ts';
import { type Direction, nearestTo, nearestTowards } from '../map/nearest.ts';
import type { PlacedSeal } from '../map/seals.ts';
import type { MapLayer, MapMode, MapModel } from '../map/types.ts';
import type { Size } from '../map/view-window.ts';
import { describeScene } from './describe-scene.ts';
import type { GestureHandlers } from './gestures.ts';
import { MapCamera } from './map-camera.ts';
import { MapDrawing } from './map-drawing.ts';
import type { MapHandle, MapOptions } from './map-handle.ts';
import type { MapScene } from './map-scene.ts';

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
  private readonly camera: MapCamera;
  private readonly drawing: MapDrawing;
  private selectHandlers: ((id: string) => void)[] = [];
  private focusHandlers: ((id: string | null) => void)[] = [];
  private onDestroyed: (() => void) | null = null;

  constructor(host: HTMLElement, game: Game, scene: MapScene, resolution: number, family: string, options: MapOptions) {
    this.host = host;
    this.game = game;
    this.scene = scene;
    this.resolution = resolution;
    const handlers = { moved: () => this.drawing.look(), settled: () => this.drawing.repaint() };
    this.camera = new MapCamera(game, scene, sizeOf(host), options.reducedMotion, handlers);
    this.drawing = new MapDrawing(scene, this.camera, family, options);
    scene.beforeFrame(() => this.paintDue());
    document.fonts.addEventListener('loadingdone', this.onFonts);
    this.drawing.repaint();
  }

  update(model: MapModel): void {
    const first = this.drawing.nodes.length === 0;
    this.drawing.take(model);
    if (first) this.camera.fit(model.nodes);
    this.drawing.repaint();
    // What is shown first waits for no frame.
    if (first) this.paintDue();
  }

  setMode(mode: MapMode): void {
    this.camera.keepForHeadline(mode === 'night', this.drawing.nodes);
    this.drawing.setMode(mode);
  }

  setLayers(layers: readonly MapLayer[]): void {
    this.drawing.setLayers(layers);
  }

  refresh(): void {
    this.drawing.repaint();
  }

  focus(id: string | null): void {
    const seal = id === null ? undefined : this.drawing.sealOf(id);
    this.drawing.focused = seal?.node.id ?? null;
    if (seal) this.camera.reveal(seal.node.at);
    this.drawing.paintSpots();
  }

  onSelect(handler: (id: string) => void): void {
    this.selectHandlers.push(handler);
  }

  onFocus(handler: (id: string | null) => void): void {
    this.focusHandlers.push(handler);
  }

  play(entry: Entry, number: number): Promise<void> {
    return this.drawing.play(entry, number);
  }

  clearPlay(): void {
    this.drawing.spotlight.clear();
    this.drawing.repaint();
  }

  zoom(step: 1 | -1): void {
    this.camera.zoomStep(step);
  }

  moveFocus(direction: Direction): string | null {
    const seals = this.drawing.layout.seals.filter(({ minor }) => !minor).map(target);
    const from = seals.find(({ id }) => id === this.drawing.focused);
    const [x, y] = from
      ? [from.x, from.y]
      : [this.camera.view.x + this.camera.middle[0], this.camera.view.y + this.camera.middle[1]];
    const next = from ? nearestTowards(seals, x, y, direction, from.id) : nearestTo(seals, x, y, Number.POSITIVE_INFINITY);
    if (next !== null) {
      this.focus(next);
      this.tellFocus();
    }
    return this.drawing.focused;
  }

  describe(): SceneDescription {
    this.paintDue();
    const { layout, shownMode, focused, spotlight } = this.drawing;
    return describeScene({
      layout,
      view: this.camera.view,
      size: this.camera.size,
      mode: shownMode,
      focus: focused,
      lit: spotlight.lit,
      spots: spotlight.spots,
      arrows: this.scene.arrows,
      motion: this.scene.motion,
      renderer: this.game.renderer,
    });
  }

  whenDestroyed(handler: () => void): void {
    this.onDestroyed = handler;
  }

  destroy(): void {
    document.fonts.removeEventListener('loadingdone', this.onFonts);
    this.drawing.spotlight.clear();
    this.onDestroyed?.();
    this.onDestroyed = null;
  }

  /** Follows the host's size; a map that the player has not moved is fitted anew. */
  resize(): void {
    const size = sizeOf(this.host);
    const { width, height } = this.camera.size;
    if (size.width < 2 || size.height < 2 || (size.width === width && size.height === height)) return;
    this.camera.resize(size, this.drawing.nodes);
    this.game.scale.resize(Math.round(size.width * this.resolution), Math.round(size.height * this.resolution));
    this.drawing.rearrange();
  }

  /** The host's new size is told only after the frame that would have painted the old one. */
  private paintDue(): void {
    if (!this.drawing.due) return;
    this.resize();
    this.drawing.paintDue();
  }

  private readonly onFonts = (): void => this.drawing.repaint();

  private tap(x: number, y: number): void {
    const { pointers } = this.drawing.layout;
    const sign = pointers.find(({ box }) => holds(box, x + this.camera.view.x, y + this.camera.view.y));
    const site = sign && this.drawing.sealOf(sign.site);
    if (site) {
      this.camera.centreOn(site.node.at);
      return;
    }
    const id = this.under(x, y);
    this.drawing.focused = id;
    this.tellFocus();
    this.drawing.paintSpots();
    if (id !== null) for (const handler of this.selectHandlers) handler(id);
  }

  private hover(at: readonly [number, number] | null): void {
    const id = at === null ? null : this.under(...at);
    this.host.style.cursor = id === null ? 'grab' : 'pointer';
    const seal = id === null ? null : (this.drawing.sealOf(id) ?? null);
    if (this.drawing.spotlight.hover(seal)) this.drawing.paintSpots();
  }

  private tellFocus(): void {
    for (const handler of this.focusHandlers) handler(this.drawing.focused);
  }

  /** Seal or label under a point of the host. */
  private under(x: number, y: number): string | null {
    const [sx, sy] = [x + this.camera.view.x, y + this.camera.view.y];
    const { seals, labels } = this.drawing.layout;
    const seal = nearestTo(seals.map(target), sx, sy, REACH_PX);
    if (seal !== null) return seal;
    const label = labels.find((one: DrawnLabel) => one.arc === null && holds(one.box, sx, sy));
    return label?.id ?? null;
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
