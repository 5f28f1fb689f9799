/** The printed map beneath everything: sea, graticule, coasts, land, borders, and the land of the blocs. */
import type { Box } from '../boxes.ts';
import { land, landWithin } from '../land.ts';
import { colourOf, type Palette } from '../palette.ts';
import { project, WORLD } from '../projection.ts';
import type { MapMode, Territory } from '../types.ts';
import { type Context, hatching } from './canvas.ts';

const MERIDIAN_STEP = 30;
/** The sea goes on beyond the map's edge. */
const BEYOND_PX = 4000;
const PARALLELS = [-40, -20, 0, 20, 40, 60] as const;

/** Paints a part of the sheet, in its coordinates: map points times `scale`. */
export function paintTerrain(
  context: Context,
  part: Box,
  scale: number,
  mode: MapMode,
  palette: Palette,
  territories: readonly Territory[],
  resolution: number,
): void {
  const { countries, path: all } = landWithin(atZoomOne(part, scale));
  graticule(context, scale, palette);
  context.save();
  context.scale(scale, scale);
  const px = 1 / scale;
  context.lineJoin = 'round';
  context.save();
  context.translate(1.5 * px, 2.5 * px);
  outline(context, all, palette.coastShadow, 4.5 * px);
  context.restore();
  outline(context, all, palette.coastLight, 9 * px);
  outline(context, all, palette.landEdge, 2.2 * px);
  context.fillStyle = palette.land;
  context.fill(all);
  for (const territory of territories) {
    for (const { id, path } of countries) {
      if (id !== null && territory.countries.includes(id))
        paintTerritory(context, path, territory, mode, palette, scale, resolution);
    }
  }
  outline(context, land().borders, palette.border, 1 * px);
  context.restore();
}

/** The part on the map at zoom 1, with room for the coast's outlines. */
function atZoomOne({ x, y, width, height }: Box, scale: number): Box {
  const edge = 12;
  return { x: (x - edge) / scale, y: (y - edge) / scale, width: (width + 2 * edge) / scale, height: (height + 2 * edge) / scale };
}

function outline(context: Context, path: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke(path);
}

function paintTerritory(
  context: Context,
  path: Path2D,
  { look }: Territory,
  mode: MapMode,
  palette: Palette,
  scale: number,
  resolution: number,
): void {
  const colour = colourOf(look, mode);
  context.globalAlpha = look.pattern === 'hatched' ? palette.washAlpha * 1.8 : palette.washAlpha;
  context.fillStyle = colour;
  context.fill(path);
  context.globalAlpha = palette.hatchAlpha;
  if (look.pattern !== 'solid') {
    const pattern = hatching(context, colour, 1.1, resolution);
    if (typeof pattern !== 'string') pattern.setTransform(new DOMMatrix().scale(1 / (resolution * scale)));
    context.fillStyle = pattern;
    context.fill(path);
  }
  context.globalAlpha = 1;
}

function graticule(context: Context, scale: number, palette: Palette): void {
  context.strokeStyle = palette.graticule;
  context.lineWidth = 1;
  context.beginPath();
  for (let lon = -30; lon < 330; lon += MERIDIAN_STEP) {
    const x = project(lon, 0)[0] * scale;
    context.moveTo(x, -BEYOND_PX);
    context.lineTo(x, WORLD.height * scale + BEYOND_PX);
  }
  for (const lat of PARALLELS) {
    const y = project(0, lat)[1] * scale;
    context.moveTo(-BEYOND_PX, y);
    context.lineTo(WORLD.width * scale + BEYOND_PX, y);
  }
  context.stroke();
}
