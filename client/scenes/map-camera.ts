/** Where the player looks: pan, zoom, fit and short glides, and how often the game draws meanwhile. */
import type { Game, Tweens } from 'phaser';
import { cropCentre, EAST_ASIA } from '../map/crop-centre.ts';
import type { MapNode } from '../map/types.ts';
import { type Bounds, centredOn, clampView, fitView, type Size, type ViewWindow, zoomAt } from '../map/view-window.ts';
import type { MapScene } from './map-scene.ts';

const ZOOM_STEP = 1.4;
const GLIDE_MS = 220;
/** Half of what is shown before there is anything to show. */
const EMPTY_REACH = [400, 250] as const;
/** Frames a second while only arrows move, and while the map does. Under reduced motion the scene rests by itself. */
const FRAMES = { rest: 30, moving: 60 } as const;
/** Places nearer to the edge than this are brought into the middle. */
const EDGE_PX = 40;
/** Room for a headline of one line with what stands above it, and the lowest map that can spare it. */
const HEADLINE_PX = 84;
const LEAST_HEADLINED_PX = 420;

export interface CameraHandlers {
  /** The view has moved and moves on. */
  moved(): void;
  /** The view has come to rest. */
  settled(): void;
}

export class MapCamera {
  view: ViewWindow;
  size: Size;
  private readonly game: Game;
  private readonly scene: MapScene;
  private readonly reducedMotion: boolean;
  private readonly handlers: CameraHandlers;
  /** True until the player moves the map: until then it follows the size of the host. */
  private fitted = true;
  private headlined = false;
  private gliding: Tweens.Tween | null = null;

  constructor(game: Game, scene: MapScene, size: Size, reducedMotion: boolean, handlers: CameraHandlers) {
    this.game = game;
    this.scene = scene;
    this.size = size;
    this.reducedMotion = reducedMotion;
    this.handlers = handlers;
    this.view = fitView(size, boundsOf([]), EAST_ASIA);
    this.pace(this.restPace);
  }

  get middle(): readonly [number, number] {
    return [this.size.width / 2, this.size.height / 2];
  }

  /** Shows all of it, unless the player has chosen a view. */
  fit(nodes: readonly MapNode[]): void {
    const kept = this.headlined && this.size.height >= LEAST_HEADLINED_PX ? HEADLINE_PX : 0;
    if (this.fitted) this.view = fitView(this.size, boundsOf(nodes), cropCentre(nodes), kept);
  }

  /** By night the report's headline lies over the foot of the map. */
  keepForHeadline(headlined: boolean, nodes: readonly MapNode[]): void {
    if (headlined === this.headlined) return;
    this.headlined = headlined;
    this.fit(nodes);
  }

  resize(size: Size, nodes: readonly MapNode[]): void {
    const [x, y] = this.middle;
    const centre = [(this.view.x + x) / this.view.scale, (this.view.y + y) / this.view.scale] as const;
    this.size = size;
    if (this.fitted) this.fit(nodes);
    else this.view = clampView(centredOn(centre, this.view.scale, size), size);
  }

  pan(dx: number, dy: number): void {
    this.move(clampView({ ...this.view, x: this.view.x - dx, y: this.view.y - dy }, this.size));
  }

  zoomBy(factor: number, at: readonly [number, number]): void {
    this.move(zoomAt(this.view, this.size, factor, at));
  }

  zoomStep(step: 1 | -1): void {
    this.glide(zoomAt(this.view, this.size, step > 0 ? ZOOM_STEP : 1 / ZOOM_STEP, this.middle));
  }

  centreOn(at: readonly [number, number]): void {
    this.glide(clampView(centredOn(at, this.view.scale, this.size), this.size));
  }

  /** Brings a place of the map (at zoom 1) on screen when it is off it. */
  reveal([x, y]: readonly [number, number]): void {
    const [sx, sy] = [x * this.view.scale - this.view.x, y * this.view.scale - this.view.y];
    const inside = sx > EDGE_PX && sy > EDGE_PX && sx < this.size.width - EDGE_PX && sy < this.size.height - EDGE_PX;
    if (!inside) this.centreOn([x, y]);
  }

  settle(): void {
    this.pace(this.restPace);
    this.handlers.settled();
  }

  private move(view: ViewWindow): void {
    this.gliding?.stop();
    this.gliding = null;
    this.show(view);
  }

  private show(view: ViewWindow): void {
    this.fitted = false;
    this.view = view;
    this.pace(FRAMES.moving);
    this.handlers.moved();
  }

  /** Moves there in a moment, or at once under reduced motion. */
  private glide(to: ViewWindow): void {
    this.gliding?.stop();
    this.fitted = false;
    if (this.reducedMotion) {
      this.view = to;
      this.settle();
      return;
    }
    this.pace(FRAMES.moving);
    const from = this.view;
    const now = { share: 0 };
    const mix = (a: number, b: number): number => a + (b - a) * now.share;
    this.gliding = this.scene.tweens.add({
      targets: now,
      share: 1,
      duration: GLIDE_MS,
      ease: 'Sine.easeInOut',
      onUpdate: () => this.show({ scale: mix(from.scale, to.scale), x: mix(from.x, to.x), y: mix(from.y, to.y) }),
      onComplete: () => {
        this.gliding = null;
        this.view = to;
        this.settle();
      },
    });
  }

  private get restPace(): number {
    return this.reducedMotion ? FRAMES.moving : FRAMES.rest;
  }

  /** Changing the pace restarts the loop, so only when it differs. */
  private pace(framesPerS: number): void {
    if (this.game.loop.fpsLimit !== framesPerS) this.game.loop.setFPSLimit(framesPerS);
  }
}

function boundsOf(nodes: readonly MapNode[]): Bounds {
  const [x, y] = EAST_ASIA;
  const [dx, dy] = EMPTY_REACH;
  if (nodes.length === 0) return { left: x - dx, right: x + dx, top: y - dy, bottom: y + dy };
  const xs = nodes.map(({ at }) => at[0]);
  const ys = nodes.map(({ at }) => at[1]);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
