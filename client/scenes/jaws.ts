/** The jaws around the flows, which close and open when a law changes. */
import type { GameObjects, Scene } from 'phaser';
import { pointAt } from '../map/curve.ts';
import { JAW, jawGap, paintJaw } from '../map/paint/jaws.ts';
import { PALETTES } from '../map/palette.ts';
import type { Ribbon } from '../map/ribbon.ts';
import type { BarrierState, MapMode } from '../map/types.ts';
import { paintedTexture } from './painted-texture.ts';

const CLOSE_MS = 320;
const MODES: readonly MapMode[] = ['day', 'night'];
const STATES: readonly BarrierState[] = ['announced', 'in-force', 'closed', 'lifted'];

interface Shown {
  readonly ribbon: Ribbon;
  readonly state: BarrierState;
  readonly along: number;
  readonly mode: MapMode;
  readonly bright: boolean;
}

interface Pair {
  readonly upper: GameObjects.Image;
  readonly lower: GameObjects.Image;
  /** Distance of the jaws from the middle that is shown now; the tween moves it. */
  gap: number;
}

export class Jaws {
  private readonly scene: Scene;
  private readonly depth: number;
  private readonly resolution: number;
  private readonly reducedMotion: boolean;
  private readonly pairs = new Map<string, Pair>();
  /** What was shown last, for jaws that move while the map stands. */
  private shown: readonly Shown[] = [];

  constructor(scene: Scene, depth: number, resolution: number, reducedMotion: boolean) {
    this.scene = scene;
    this.depth = depth;
    this.resolution = resolution;
    this.reducedMotion = reducedMotion;
    for (const mode of MODES) for (const state of STATES) this.picture(mode, state);
  }

  show(ribbons: readonly Ribbon[], mode: MapMode, lit: ReadonlySet<string> | null): void {
    this.shown = ribbons.flatMap((ribbon) =>
      ribbon.barrier && ribbon.jawsAlong !== null
        ? {
            ribbon,
            state: ribbon.barrier.state,
            along: ribbon.jawsAlong,
            mode,
            bright: lit === null || lit.has(ribbon.arc.id),
          }
        : [],
    );
    for (const one of this.shown) this.place(one);
    const ids = new Set(this.shown.map(({ ribbon }) => ribbon.arc.id));
    for (const [id, { upper, lower }] of this.pairs) {
      if (ids.has(id)) continue;
      upper.destroy();
      lower.destroy();
      this.pairs.delete(id);
    }
  }

  /** Lets the jaws at some routes close again from open, or open again from closed, to where they stand. */
  move(routes: ReadonlySet<string>, from: 'open' | 'closed'): void {
    for (const one of this.shown) {
      const { arc, fullPx, throughPx } = one.ribbon;
      const pair = this.pairs.get(arc.id);
      if (!pair || !routes.has(arc.id)) continue;
      pair.gap = jawGap(from === 'open' ? 'announced' : 'closed', fullPx, throughPx);
      this.place(one);
    }
  }

  /** Distance of each pair's jaws from the middle now, by route. */
  gaps(): { id: string; gapPx: number }[] {
    return [...this.pairs].map(([id, { gap }]) => ({ id, gapPx: gap }));
  }

  private place({ ribbon, state, along, mode, bright }: Shown): void {
    const { id } = ribbon.arc;
    const target = jawGap(state, ribbon.fullPx, ribbon.throughPx);
    const known = this.pairs.get(id);
    const pair = known ?? { upper: this.jaw(), lower: this.jaw(), gap: target };
    this.pairs.set(id, pair);
    const { x, y, dx, dy } = pointAt(ribbon.curve, along);
    const angle = Math.atan2(dy, dx);
    const key = `jaw-${mode}-${state}`;
    const draw = (): void => {
      const away = pair.gap + JAW.height / 2 - 2;
      pair.upper
        .setTexture(key)
        .setPosition(x + dy * away, y - dx * away)
        .setRotation(angle)
        .setAlpha(bright ? 1 : 0.4);
      pair.lower
        .setTexture(key)
        .setPosition(x - dy * away, y + dx * away)
        .setRotation(angle + Math.PI)
        .setAlpha(bright ? 1 : 0.4);
    };
    this.scene.tweens.killTweensOf(pair);
    if (!known || this.reducedMotion || Math.abs(pair.gap - target) < 0.5) pair.gap = target;
    else
      this.scene.tweens.add({
        targets: pair,
        gap: target,
        duration: CLOSE_MS,
        ease: 'Cubic.easeIn',
        onUpdate: draw,
        onComplete: draw,
      });
    draw();
  }

  private jaw(): GameObjects.Image {
    return this.scene.add
      .image(0, 0, 'jaw-day-lifted')
      .setDepth(this.depth)
      .setScale(1 / (2 * this.resolution));
  }

  private picture(mode: MapMode, state: BarrierState): void {
    const resolution = 2 * this.resolution;
    const size = { width: JAW.width * resolution, height: JAW.height * resolution };
    paintedTexture(this.scene, `jaw-${mode}-${state}`, size, (context) => {
      context.scale(resolution, resolution);
      paintJaw(context, state, PALETTES[mode], resolution);
    });
  }
}
