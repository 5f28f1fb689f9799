/** Which part of the map is on screen: pure arithmetic of zoom, pan and fit. All lengths are CSS pixels. */
import { WORLD } from './projection.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** Zoom, and the map point (times zoom) in the upper left corner of the screen. */
export interface ViewWindow {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}
export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const MOST_SCALE = 5;
const LEAST_SCALE = 0.4;
/** Open sea that may be seen beyond the map's edge. */
const EDGE_PX = 40;
/** Hosts narrower than this show a crop. */
export const NARROW_PX = 600;
const NARROW_SCALE = 1.02;
/** Room around the outermost seals for their labels. */
const FIT_PADDING: Bounds = { left: 44, top: 72, right: 56, bottom: 64 };
const MOST_FIT_SCALE = 1.5;
/** Room above the northernmost seal where no buttons lie over the map, as under a headline. */
const BARE_TOP_PX = 44;

/**
 * The first view: all sites where the host is wide enough, else a crop around `centre`; `content` and `centre` at zoom 1.
 * The lowest `keptPx` of the host stay free of sites, for words that lie there.
 */
export function fitView(host: Size, content: Bounds, centre: readonly [number, number], keptPx = 0): ViewWindow {
  if (host.width < NARROW_PX) return clampView(centredOn(centre, NARROW_SCALE, { ...host, height: host.height - keptPx }), host);
  const { left, right, bottom } = FIT_PADDING;
  const top = keptPx > 0 ? BARE_TOP_PX : FIT_PADDING.top;
  const across = (host.width - left - right) / Math.max(1, content.right - content.left);
  const down = (host.height - keptPx - top - bottom) / Math.max(1, content.bottom - content.top);
  const scale = Math.max(LEAST_SCALE, Math.min(across, down, MOST_FIT_SCALE));
  const x = ((content.left + content.right) / 2) * scale - host.width / 2 + (right - left) / 2;
  const y = ((content.top + content.bottom) / 2) * scale - (host.height - keptPx) / 2;
  return clampView({ scale, x, y }, host);
}

/** The view with a map point in the middle of the screen. */
export function centredOn([x, y]: readonly [number, number], scale: number, host: Size): ViewWindow {
  return { scale, x: x * scale - host.width / 2, y: y * scale - host.height / 2 };
}

/** Zooms while the map stays under a point of the screen. */
export function zoomAt(view: ViewWindow, host: Size, factor: number, [x, y]: readonly [number, number]): ViewWindow {
  const scale = Math.max(leastScale(host), Math.min(MOST_SCALE, view.scale * factor));
  const ratio = scale / view.scale;
  return clampView({ scale, x: (view.x + x) * ratio - x, y: (view.y + y) * ratio - y }, host);
}

/** The view after it was pulled back to the map; smaller maps are centred. */
export function clampView(view: ViewWindow, host: Size): ViewWindow {
  return {
    scale: view.scale,
    x: clampAxis(view.x, WORLD.width * view.scale, host.width),
    y: clampAxis(view.y, WORLD.height * view.scale, host.height),
  };
}

function clampAxis(start: number, world: number, host: number): number {
  if (world + 2 * EDGE_PX <= host) return (world - host) / 2;
  return Math.max(-EDGE_PX, Math.min(world + EDGE_PX - host, start));
}

/** Farthest out: the whole map just fits. */
function leastScale(host: Size): number {
  return Math.max(LEAST_SCALE, Math.min(host.width / WORLD.width, host.height / WORLD.height, 1));
}
