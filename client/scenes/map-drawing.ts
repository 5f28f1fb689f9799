/**
 * What stands on the map's sheet: the model laid out for the view, with the spots over it. It is painted once before the
 * next frame, however much changes until then: from day to night the mode, the view, the size and the event all do.
 */
import type { Entry } from '#shared/state/ledger.ts';
import type { Box } from '../map/boxes.ts';
import { layOut, type MapLayout } from '../map/layout.ts';
import type { PlacedSeal } from '../map/seals.ts';
import { fontOf, type TextStyle } from '../map/text-style.ts';
import type { MapLayer, MapMode, MapModel } from '../map/types.ts';
import type { MapCamera } from './map-camera.ts';
import type { MapOptions } from './map-handle.ts';
import type { MapScene } from './map-scene.ts';
import { Spotlight } from './spotlight.ts';

const FIRST_LAYERS: readonly MapLayer[] = ['chips', 'memory', 'tools'];
const EMPTY: MapModel = { nodes: [], arcs: [], barriers: [], territories: [] };
/** Painted beyond the screen on every side, so that short pans need no painting. */
const MARGIN_PX = 120;
/** Between the screen's edge and what stands on the map. */
const EDGE_PX = 6;

export class MapDrawing {
  readonly spotlight: Spotlight;
  /** Id of the seal with the ring. */
  focused: string | null = null;
  private readonly scene: MapScene;
  private readonly family: string;
  private readonly options: MapOptions;
  private readonly camera: MapCamera;
  private readonly pen = document.createElement('canvas').getContext('2d');
  private model = EMPTY;
  private mode: MapMode = 'day';
  private layers: ReadonlySet<MapLayer> = new Set(FIRST_LAYERS);
  private part: Box = { x: 0, y: 0, width: 1, height: 1 };
  private laidOut: MapLayout | null = null;
  private isDue = false;
  private lawMoves: { places: ReadonlySet<string>; from: 'open' | 'closed' }[] = [];

  constructor(scene: MapScene, camera: MapCamera, family: string, options: MapOptions) {
    this.scene = scene;
    this.camera = camera;
    this.family = family;
    this.options = options;
    this.spotlight = new Spotlight(scene, family, options, (text, style) => this.measure(text, style));
  }

  get layout(): MapLayout {
    this.laidOut ??= this.layOut();
    return this.laidOut;
  }

  /** True while something waits for the next frame to be painted. */
  get due(): boolean {
    return this.isDue;
  }

  get nodes(): MapModel['nodes'] {
    return this.model.nodes;
  }

  get shownMode(): MapMode {
    return this.mode;
  }

  /** The new model; land that is the same as before stays the same object, so that it is not painted again. */
  take(model: MapModel): void {
    const sameLand = JSON.stringify(model.territories) === JSON.stringify(this.model.territories);
    this.model = sameLand ? { ...model, territories: this.model.territories } : model;
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

  play(entry: Entry, number: number): Promise<void> {
    const at = this.spotlight.placeOf(entry, this.layout, (id) => this.sealOf(id));
    if (at) this.camera.reveal([at[0] / this.layout.scale, at[1] / this.layout.scale]);
    const done = this.spotlight.play(entry, number, this.layout, this.freeScreen(), (id) => this.sealOf(id));
    const from = movesJaws(entry);
    if (from !== null) this.lawMoves.push({ places: new Set(entry.places), from });
    this.repaint();
    return done;
  }

  /** Nothing is painted before there is something to show: the land alone would be painted twice. */
  repaint(): void {
    this.laidOut = null;
    if (this.model === EMPTY) return;
    this.isDue = true;
    this.scene.stir();
  }

  /** Paints what waits. */
  paintDue(): void {
    if (!this.isDue) return;
    this.isDue = false;
    const { view, size } = this.camera;
    this.part = {
      x: Math.round(view.x - MARGIN_PX),
      y: Math.round(view.y - MARGIN_PX),
      width: size.width + 2 * MARGIN_PX,
      height: size.height + 2 * MARGIN_PX,
    };
    this.scene.paint({
      layout: this.layout,
      part: this.part,
      mode: this.mode,
      territories: this.model.territories,
      lit: this.spotlight.lit,
      family: this.family,
    });
    for (const { places, from } of this.lawMoves.splice(0)) this.scene.moveJaws(places, from);
    this.scene.look(view);
    this.paintSpots();
  }

  /** After the screen has another size. */
  rearrange(): void {
    this.repaint();
    this.spotlight.rearrange(this.layout, this.freeScreen(), (id) => this.sealOf(id));
  }

  paintSpots(): void {
    if (this.isDue) return;
    const focused = this.focused === null ? null : (this.sealOf(this.focused) ?? null);
    this.spotlight.paint({ layout: this.layout, part: this.part, mode: this.mode, focused });
  }

  /** Follows the camera; what comes into sight beyond the painted part is painted. */
  look(): void {
    if (this.isDue) return;
    const { view } = this.camera;
    const far = (at: number, painted: number): boolean => Math.abs(at - MARGIN_PX - painted) > MARGIN_PX;
    if (view.scale === this.layout.scale && (far(view.x, this.part.x) || far(view.y, this.part.y))) this.repaint();
    else this.scene.look(view);
  }

  sealOf(id: string): PlacedSeal | undefined {
    const { seals } = this.layout;
    return seals.find(({ node }) => node.id === id) ?? seals.find(({ node }) => node.actor === id || node.site === id);
  }

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
    const { view, size } = this.camera;
    return {
      x: view.x + EDGE_PX,
      y: view.y + EDGE_PX,
      width: size.width - 2 * EDGE_PX,
      height: size.height - 2 * EDGE_PX,
    };
  }

  private coveredBoxes(): Box[] {
    const { view } = this.camera;
    return (this.options.covered?.() ?? []).map((box) => ({ ...box, x: box.x + view.x, y: box.y + view.y }));
  }
}

/** How the jaws stood before a law of the report took force or ended; null for all other events. */
function movesJaws({ topic, before, after }: Entry): 'open' | 'closed' | null {
  if (topic !== 'law' || before === null || after === null || before === after) return null;
  return after > before ? 'open' : 'closed';
}
