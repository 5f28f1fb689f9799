/** The Phaser scene of the map: sheets of terrain, ribbons, seals and spots, with arrows and jaws that move between them. */
import { type Cameras, Scene } from 'phaser';
import type { Box } from '../map/boxes.ts';
import type { SceneDescription } from '../map/description.ts';
import type { MapLayout } from '../map/layout.ts';
import { paintCallouts, paintLabels, paintStems } from '../map/paint/labels.ts';
import { paintRibbons } from '../map/paint/ribbons.ts';
import { paintSeals } from '../map/paint/seals.ts';
import { PALETTES } from '../map/palette.ts';
import type { MapMode, Territory } from '../map/types.ts';
import type { ViewWindow } from '../map/view-window.ts';
import { Chevrons } from './chevrons.ts';
import { Ground } from './ground.ts';
import { Jaws } from './jaws.ts';
import { Rest } from './rest.ts';
import { Sheet } from './sheet.ts';

const NIGHT_MS = 500;
const DEPTH = { terrain: 0, ribbons: 1, chevrons: 2, jaws: 3, seals: 4, spots: 5 } as const;

/** What a painting of the whole map needs to know. */
export interface Frame {
  readonly layout: MapLayout;
  readonly part: Box;
  readonly mode: MapMode;
  readonly territories: readonly Territory[];
  readonly lit: ReadonlySet<string> | null;
  readonly family: string;
}

export interface SceneOptions {
  readonly resolution: number;
  readonly reducedMotion: boolean;
  readonly ready: (scene: MapScene) => void;
}

export class MapScene extends Scene {
  private readonly options: SceneOptions;
  private ground!: Ground;
  private sheets!: Record<'ribbons' | 'seals' | 'spots', Sheet>;
  private chevrons!: Chevrons;
  private jaws!: Jaws;
  private camera!: Cameras.Scene2D.Camera;
  private drawn: Frame | null = null;
  /** Under reduced motion nothing moves by itself. */
  private rest: Rest | null = null;

  constructor(options: SceneOptions) {
    super({ key: 'map' });
    this.options = options;
  }

  create(): void {
    const sheet = (key: 'ribbons' | 'seals' | 'spots'): Sheet => new Sheet(this, key, DEPTH[key]);
    this.ground = new Ground(this, DEPTH.terrain, this.options.resolution);
    this.sheets = { ribbons: sheet('ribbons'), seals: sheet('seals'), spots: sheet('spots') };
    this.chevrons = new Chevrons(this, DEPTH.chevrons);
    this.jaws = new Jaws(this, DEPTH.jaws, this.options.resolution, this.options.reducedMotion);
    this.camera = this.cameras.main.setOrigin(0, 0);
    if (this.options.reducedMotion) this.rest = new Rest(this.game);
    this.options.ready(this);
  }

  override update(_time: number, deltaMs: number): void {
    if (this.rest !== null) this.rest.frame();
    else if (this.drawn) this.chevrons.advance(Math.min(deltaMs, 100));
  }

  /** Has something done before each frame is drawn. */
  beforeFrame(handler: () => void): void {
    this.events.on('preupdate', handler);
  }

  /** Has the next frame drawn also where the map rests. */
  stir(): void {
    this.rest?.stir();
  }

  get arrows(): number {
    return this.chevrons.count;
  }

  /** Paints everything anew. */
  paint(frame: Frame): void {
    const { layout, part, mode, family } = frame;
    const { resolution } = this.options;
    const palette = PALETTES[mode];
    const before = this.drawn;
    this.camera.setBackgroundColor(palette.sea);
    this.ground.show(frame);
    this.paintFlows(frame);
    this.sheets.seals.paint(part, resolution, (context) => {
      paintStems(context, layout.callouts, palette);
      paintSeals(context, layout.seals, { mode, palette, family });
      paintLabels(context, layout.labels, mode, palette, family);
      paintCallouts(context, layout.callouts, palette, family);
    });
    if (before && before.mode !== mode && !this.options.reducedMotion) this.fade(PALETTES[before.mode].sea);
    this.drawn = frame;
    this.stir();
  }

  private paintFlows({ layout, part, mode, lit }: Frame): void {
    const { resolution } = this.options;
    this.sheets.ribbons.paint(part, resolution, (context) =>
      paintRibbons(context, layout.ribbons, { mode, palette: PALETTES[mode], resolution, lit }),
    );
    this.chevrons.show(layout.ribbons, part, mode, lit);
    this.jaws.show(layout.ribbons, mode, lit);
  }

  /** Lets jaws close from open, or open from closed, to where they stand. */
  moveJaws(routes: ReadonlySet<string>, from: 'open' | 'closed'): void {
    this.jaws.move(routes, from);
    this.stir();
  }

  /** Where jaws stand and arrows flow at this moment. */
  get motion(): Pick<SceneDescription, 'flowPx' | 'jaws'> {
    return { jaws: this.jaws.gaps(), flowPx: this.chevrons.flowPx };
  }

  /** Paints what comes and goes, above everything else. */
  paintSpots(part: Box, painter: (context: CanvasRenderingContext2D) => void): void {
    this.sheets.spots.paint(part, this.options.resolution, painter);
    this.stir();
  }

  /** Nothing comes or goes now: an empty sheet over everything would only cost. */
  hideSpots(): void {
    this.sheets.spots.hide();
    this.stir();
  }

  /** Moves the camera; a zoom other than the painted one scales the painting until it is painted anew. */
  look(view: ViewWindow): void {
    const painted = this.drawn?.layout.scale ?? view.scale;
    const { resolution } = this.options;
    const snap = (value: number): number => Math.round(value * resolution) / resolution;
    const ratio = view.scale / painted;
    this.camera.setZoom(resolution * ratio);
    this.camera.setScroll(ratio === 1 ? snap(view.x) : view.x / ratio, ratio === 1 ? snap(view.y) : view.y / ratio);
    this.stir();
  }

  private fade(from: string): void {
    const channel = (start: number): number => Number.parseInt(from.slice(start, start + 2), 16);
    this.camera.fadeIn(NIGHT_MS, channel(1), channel(3), channel(5));
  }
}
