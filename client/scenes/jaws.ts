/** The jaws around the flows, which close and open when a law changes. */
import type { GameObjects, Scene } from 'phaser';
import { pointAt } from '../map/curve.ts';
import { JAW, jawGap, paintJaw } from '../map/paint/jaws.ts';
import { PALETTES } from '../map/palette.ts';
import type { Ribbon } from '../map/ribbon.ts';
import type { BarrierState, MapMode } from '../map/types.ts';

const CLOSE_MS = 320;
const MODES: readonly MapMode[] = ['day', 'night'];
const STATES: readonly BarrierState[] = ['announced', 'in-force', 'closed', 'lifted'];

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

  constructor(scene: Scene, depth: number, resolution: number, reducedMotion: boolean) {
    this.scene = scene;
    this.depth = depth;
    this.resolution = resolution;
    this.reducedMotion = reducedMotion;
    for (const mode of MODES) for (const state of STATES) this.picture(mode, state);
  }

  show(ribbons: readonly Ribbon[], mode: MapMode, lit: ReadonlySet<string> | null): void {
    const shown = new Set<string>();
    for (const ribbon of ribbons) {
      if (!ribbon.barrier || ribbon.jawsAlong === null) continue;
      shown.add(ribbon.arc.id);
      this.place(ribbon, ribbon.barrier.state, ribbon.jawsAlong, mode, lit === null || lit.has(ribbon.arc.id));
    }
    for (const [id, { upper, lower }] of this.pairs) {
      if (shown.has(id)) continue;
      upper.destroy();
      lower.destroy();
      this.pairs.delete(id);
    }
  }

  private place(ribbon: Ribbon, state: BarrierState, along: number, mode: MapMode, bright: boolean): void {
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
    const texture = this.scene.textures.createCanvas(`jaw-${mode}-${state}`, JAW.width * resolution, JAW.height * resolution);
    if (!texture) return;
    texture.context.scale(resolution, resolution);
    paintJaw(texture.context, state, PALETTES[mode], resolution);
    texture.refresh();
  }
}
