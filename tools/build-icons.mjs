/**
 * Draws the icons of the installed game, `client/offline/icons/`, from the mark. Run it by hand when the mark changes:
 * `CHROME_PATH=/usr/bin/chromium node tools/build-icons.mjs`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const at = (path) => fileURLToPath(new URL(`../client/${path}`, import.meta.url));
const mark = readFileSync(at('mark.svg'), 'utf8');
const GROUND = '#15212A';
/** A launcher may cut a maskable icon to a circle of 80 %; the touch icon has its corners rounded by the system. */
const ICONS = [
  { name: 'icon-192', size: 192, share: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, share: 1, ground: 'transparent' },
  { name: 'maskable-512', size: 512, share: 0.74, ground: GROUND },
  { name: 'touch-180', size: 180, share: 0.92, ground: GROUND },
];

mkdirSync(at('offline/icons'), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const { name, size, share, ground } of ICONS) {
  await page.setViewportSize({ width: size, height: size });
  const side = Math.round(size * share);
  await page.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-items:center;background:${ground}">` +
      `<div style="width:${side}px;height:${side}px">${mark.replace('<svg ', '<svg width="100%" height="100%" ')}</div>`,
  );
  await page.screenshot({ path: at(`offline/icons/${name}.png`), omitBackground: true });
}
await browser.close();
