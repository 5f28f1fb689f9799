/** The printed map beneath everything: sea, graticule, coasts, land, borders, and the land of the blocs. */
import type { Box } from '../boxes.ts';
import { type LandPart, land, landWithin } from '../land.ts';
import { colourOf, type Palette } from '../palette.ts';
import { project, WORLD } from '../projection.ts';
import type { MapMode, Territory } from '../types.ts';
import { type Context, hatching } from './canvas.ts';

const MERIDIAN_STEP = 30;
/** The sea goes on beyond the map's edge. */
const BEYOND_PX = 4000;
/** So far past its edge, at zoom 1, the map shows what it has shown already. */
const FADE_PX = 300;
const PARALLELS = [-40, -20, 0, 20, 40, 60] as const;

export interface TerrainLook {
  readonly scale: number;
  readonly mode: MapMode;
  readonly palette: Palette;
  readonly territories: readonly Territory[];
  readonly resolution: number;
}

/** Paints a part of the sheet, in its coordinates: map points times `scale`. The round world goes on past the map's edges. */
export function paintTerrain(context: Context, part: Box, look: TerrainLook): void {
  const { scale, palette } = look;
  const shown = atZoomOne(part, scale);
  graticule(context, scale, palette);
  context.save();
  context.scale(scale, scale);
  for (const round of [-1, 0, 1]) {
    const x = round * WORLD.width;
    if (shown.x + shown.width < x || shown.x > x + WORLD.width) continue;
    context.save();
    context.translate(x, 0);
    paintLand(context, landWithin({ ...shown, x: shown.x - x }), look);
    context.restore();
  }
  fadeBeyond(context, shown, palette);
  context.restore();
}

function paintLand(context: Context, { countries, path, coast }: LandPart, look: TerrainLook): void {
  const { scale, palette, territories } = look;
  const px = 1 / scale;
  context.lineJoin = 'round';
  context.save();
  context.translate(1.5 * px, 2.5 * px);
  outline(context, coast, palette.coastShadow, 4.5 * px);
  context.restore();
  outline(context, coast, palette.coastLight, 9 * px);
  outline(context, coast, palette.landEdge, 2.2 * px);
  context.fillStyle = palette.land;
  context.fill(path);
  for (const territory of territories) {
    for (const country of countries) {
      if (country.id !== null && territory.countries.includes(country.id)) paintTerritory(context, country.path, territory, look);
    }
  }
  outline(context, land().borders, palette.border, 1 * px);
}

/** What is shown a second time sinks into the sea, the farther from the map's edge the deeper. */
function fadeBeyond(context: Context, { x, y, width, height }: Box, palette: Palette): void {
  const right = x + width;
  for (const [edge, end] of [
    [0, -FADE_PX],
    [WORLD.width, WORLD.width + FADE_PX],
  ] as const) {
    const from = end < edge ? x : edge;
    const to = end < edge ? edge : right;
    if (to <= from) continue;
    const veil = context.createLinearGradient(edge, 0, end, 0);
    veil.addColorStop(0, `${palette.sea}40`);
    veil.addColorStop(1, palette.sea);
    context.fillStyle = veil;
    context.fillRect(from, y, to - from, height);
  }
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
  { mode, palette, scale, resolution }: TerrainLook,
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
