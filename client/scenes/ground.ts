/**
 * The land beneath everything, the dearest thing to paint where drawing is software. Day and night each keep their own
 * sheet, so that a turn's report and the plan after it find the land that they had before.
 */
import type { Scene } from 'phaser';
import type { Box } from '../map/boxes.ts';
import type { MapLayout } from '../map/layout.ts';
import { paintTerrain } from '../map/paint/terrain.ts';
import { PALETTES } from '../map/palette.ts';
import type { MapMode, Territory } from '../map/types.ts';
import { Sheet } from './sheet.ts';

export interface GroundFrame {
  readonly layout: Pick<MapLayout, 'scale'>;
  readonly part: Box;
  readonly mode: MapMode;
  readonly territories: readonly Territory[];
}

export class Ground {
  private readonly resolution: number;
  private readonly sheets: Record<MapMode, Sheet>;
  private readonly painted: Partial<Record<MapMode, GroundFrame>> = {};

  constructor(scene: Scene, depth: number, resolution: number) {
    this.resolution = resolution;
    this.sheets = { day: new Sheet(scene, 'day', depth), night: new Sheet(scene, 'night', depth) };
  }

  /** Shows the land of a frame; it is painted only where this mode's sheet holds another part or other blocs. */
  show(frame: GroundFrame): void {
    const { layout, part, mode, territories } = frame;
    const { resolution } = this;
    const known = this.painted[mode];
    if (known === undefined || !sameGround(known, frame)) {
      this.sheets[mode].paint(part, resolution, (context) =>
        paintTerrain(context, part, { scale: layout.scale, mode, palette: PALETTES[mode], territories, resolution }),
      );
      this.painted[mode] = frame;
    }
    this.sheets.day.image.setVisible(mode === 'day');
    this.sheets.night.image.setVisible(mode === 'night');
  }
}

function sameGround(a: GroundFrame, b: GroundFrame): boolean {
  return (
    a.layout.scale === b.layout.scale &&
    a.territories === b.territories &&
    a.part.x === b.part.x &&
    a.part.y === b.part.y &&
    a.part.width === b.part.width &&
    a.part.height === b.part.height
  );
}
