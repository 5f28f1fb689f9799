/** The browser of the tests, and how it draws the map where there is no graphics card. */
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_HINT, findChromium } from '#tests/engines-found.ts';

export const CHROMIUM = findChromium();
if (CHROMIUM === null) console.warn(CHROMIUM_HINT);

const FLAGS = {
  /** WebGL by software, as slow as it gets; for what is about the map. */
  webgl: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  /** No WebGL at all: the same map on a plain canvas, three times as fast; for everything else. */
  canvas: ['--no-sandbox', '--disable-gpu', '--disable-software-rasterizer'],
} as const;
export type Drawing = keyof typeof FLAGS;

export const launchBrowser = (drawing: Drawing): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS[drawing]] });
