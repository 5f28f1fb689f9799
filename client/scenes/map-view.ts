/** Puts the map into an element: starts Phaser there and hands out the handle; rejects where nothing can be drawn. */
import { AUTO, Game, Scale } from 'phaser';
import { loadLand } from '../map/land.ts';
import { PALETTES } from '../map/palette.ts';
import { fontOf } from '../map/text-style.ts';
import { AtlasMap } from './atlas-map.ts';
import { listenToGestures } from './gestures.ts';
import type { MapHandle, MapOptions } from './map-handle.ts';
import { MapScene } from './map-scene.ts';

export type { MapHandle, MapOptions } from './map-handle.ts';

const MOST_RESOLUTION = 2;
const START_LIMIT_MS = 30_000;
const FONT_LIMIT_MS = 1_500;
const FALLBACK_FAMILY = "'Sofia Sans Condensed Variable', 'Sofia Sans Condensed', 'Arial Narrow', sans-serif";

export async function mountMap(host: HTMLElement, options: MapOptions): Promise<MapHandle> {
  const resolution = Math.max(1, Math.min(MOST_RESOLUTION, window.devicePixelRatio || 1));
  const family = getComputedStyle(host).getPropertyValue('--cond').trim() || FALLBACK_FAMILY;
  // Phaser starts while the words' face and the land are on their way.
  const starting = startGame(host, resolution, options.reducedMotion);
  try {
    await Promise.all([starting, fontsReady(family), loadLand()]);
  } catch (reason) {
    starting.then(({ game }) => game.destroy(true)).catch(() => undefined);
    throw reason;
  }
  const { game, scene } = await starting;
  const map = new AtlasMap(host, game, scene, resolution, family, options);
  const stopListening = listenToGestures(host, map.gestures);
  const sizes = new ResizeObserver(() => map.resize());
  sizes.observe(host);
  map.whenDestroyed(() => {
    stopListening();
    sizes.disconnect();
    // Phaser destroys on its next frame, which a hidden page may not have soon.
    game.canvas.remove();
    game.destroy(true);
    scene.stir();
  });
  return map;
}

/** Waits a little for the condensed face, so that labels are measured in it. */
async function fontsReady(family: string): Promise<void> {
  const loads = (['name', 'you'] as const).map((style) => document.fonts.load(fontOf(style, family)));
  const late = new Promise<void>((resolve) => setTimeout(resolve, FONT_LIMIT_MS));
  await Promise.race([Promise.allSettled(loads), late]);
}

function startGame(host: HTMLElement, resolution: number, reducedMotion: boolean): Promise<{ game: Game; scene: MapScene }> {
  return new Promise((resolve, reject) => {
    const { clientWidth, clientHeight } = host;
    let game: Game | null = null;
    const fail = (reason: unknown): void => {
      game?.destroy(true);
      reject(reason instanceof Error ? reason : new Error(String(reason)));
    };
    const timer = setTimeout(() => fail('the map did not start in time'), START_LIMIT_MS);
    const ready = (scene: MapScene): void => {
      clearTimeout(timer);
      if (!game) fail('the map started before its game');
      else {
        game.canvas.setAttribute('aria-hidden', 'true');
        resolve({ game, scene });
      }
    };
    try {
      game = new Game({
        type: AUTO,
        parent: host,
        width: Math.max(1, Math.round(clientWidth * resolution)),
        height: Math.max(1, Math.round(clientHeight * resolution)),
        scale: { mode: Scale.NONE, zoom: 1 / resolution },
        backgroundColor: PALETTES.day.sea,
        banner: false,
        autoFocus: false,
        disableContextMenu: false,
        audio: { noAudio: true },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        // One texture a batch: with several, some drivers mix up the turned pictures.
        render: { antialias: true, roundPixels: false, powerPreference: 'low-power', maxTextures: 1 },
        scene: new MapScene({ resolution, reducedMotion, ready }),
      });
    } catch (reason) {
      clearTimeout(timer);
      fail(reason);
    }
  });
}
