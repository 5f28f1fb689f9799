/** The arrows that flow along the ribbons, single or double by the bloc's pattern, at 24 pixels a second. */
import type { GameObjects, Scene } from 'phaser';
import { type Box, holds } from '../map/boxes.ts';
import { pointAt } from '../map/curve.ts';
import { PALETTES, tintOf } from '../map/palette.ts';
import { type Ribbon, widthAt } from '../map/ribbon.ts';
import type { MapMode } from '../map/types.ts';
import { paintedTexture } from './painted-texture.ts';

const SPEED_PX_PER_S = 24;
const SPACING_PX = 24;
/** Ribbons thinner than this carry no arrows. */
const LEAST_WIDTH_PX = 4.5;
const PICTURE = { width: 24, height: 16, resolution: 3 } as const;
const MOST_ARROWS = 260;

export class Chevrons {
  private readonly scene: Scene;
  private readonly depth: number;
  private readonly pool: GameObjects.Image[] = [];
  private ribbons: readonly Ribbon[] = [];
  private part: Box = { x: 0, y: 0, width: 0, height: 0 };
  private shift = 0;
  private lit: ReadonlySet<string> | null = null;
  private mode: MapMode = 'day';

  constructor(scene: Scene, depth: number) {
    this.scene = scene;
    this.depth = depth;
    picture(scene, 'chevron-single', [8]);
    picture(scene, 'chevron-double', [4, 11]);
  }

  /** `part` is the part of the sheet that can be seen. */
  show(ribbons: readonly Ribbon[], part: Box, mode: MapMode, lit: ReadonlySet<string> | null): void {
    this.part = part;
    this.ribbons = ribbons.filter(
      ({ arc, fullPx }) => carriesArrows(arc.kind, arc.look.pattern) && arc.state !== 'idle' && fullPx >= LEAST_WIDTH_PX,
    );
    this.mode = mode;
    this.lit = lit;
    this.draw();
  }

  advance(deltaMs: number): void {
    this.shift = (this.shift + (deltaMs / 1000) * SPEED_PX_PER_S) % SPACING_PX;
    this.draw();
  }

  /** How far arrows have come on their way to the place of the next, pixels. */
  get flowPx(): number {
    return this.shift;
  }

  /** Arrows shown now. */
  get count(): number {
    return this.pool.filter(({ visible }) => visible).length;
  }

  private draw(): void {
    let used = 0;
    for (const ribbon of this.ribbons) {
      const { curve, arc } = ribbon;
      const texture = arc.look.pattern === 'hatched' ? 'chevron-double' : 'chevron-single';
      for (let along = this.shift; along < curve.length && used < MOST_ARROWS; along += SPACING_PX) {
        const width = widthAt(ribbon, along);
        if (width < LEAST_WIDTH_PX || along < 12 || along > curve.length - 10) continue;
        const { x, y, dx, dy } = pointAt(curve, along);
        if (!holds(this.part, x, y)) continue;
        const bright = this.lit === null || this.lit.has(arc.id);
        this.arrow(used++)
          .setTexture(texture)
          .setPosition(x, y)
          .setRotation(Math.atan2(dy, dx))
          .setScale((Math.min(11.5, width * 0.72) / PICTURE.height / PICTURE.resolution) * 1.15)
          .setTint(tintOf(PALETTES[this.mode].onBloc))
          .setAlpha(bright ? 0.95 : 0.3)
          .setVisible(true);
      }
    }
    for (let i = used; i < this.pool.length; i++) this.pool[i]?.setVisible(false);
  }

  private arrow(index: number): GameObjects.Image {
    const known = this.pool[index];
    if (known) return known;
    const made = this.scene.add.image(0, 0, 'chevron-single').setDepth(this.depth);
    this.pool.push(made);
    return made;
  }
}

function carriesArrows(kind: Ribbon['arc']['kind'], pattern: string): boolean {
  return (kind === 'chips' || kind === 'domestic') && pattern !== 'ticks';
}

/** White arrowheads whose tips lie at the given places; tinted when shown. */
function picture(scene: Scene, key: string, starts: readonly number[]): void {
  if (scene.textures.exists(key)) return;
  const { width, height, resolution } = PICTURE;
  paintedTexture(scene, key, { width: width * resolution, height: height * resolution }, (context) => {
    context.scale(resolution, resolution);
    context.strokeStyle = '#FFFFFF';
    context.lineWidth = 2.4;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (const start of starts) {
      context.beginPath();
      context.moveTo(start, 3);
      context.lineTo(start + 6, height / 2);
      context.lineTo(start, height - 3);
      context.stroke();
    }
  });
}
