/**
 * Draws the picture behind the home page, `client/ui/home/night-map.svg`, from the map's own land, sites and routes.
 * Run it by hand when those change: `node tools/build-home-art.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { project } from '../client/map/projection.ts';

const ROOT = new URL('../', import.meta.url);
const content = (name) => parse(readFileSync(new URL(`assets/rulesets/base/${name}.jsonc`, ROOT), 'utf8'))[name] ?? [];
const land = JSON.parse(readFileSync(new URL('assets/map/land.json', ROOT), 'utf8'));

/** The part of the map that is shown, in map pixels, and how much it is enlarged. */
const VIEW = { x: 232, y: -62, width: 400, height: 545 };
const SCALE = 1.65;
const LEAST_STEP_PX = 2.4;
const UNALIGNED = '#A9B6BC';

const inView = ([x, y], margin = 40) =>
  x > VIEW.x - margin && x < VIEW.x + VIEW.width + margin && y > VIEW.y - margin && y < VIEW.y + VIEW.height + margin;
const place = ([x, y]) => `${Math.round((x - VIEW.x) * SCALE)} ${Math.round((y - VIEW.y) * SCALE)}`;

/** Rings of a country near the view, with points that are closer than the eye sees left out. */
function countryPath(rings) {
  let path = '';
  for (const ring of rings) {
    const points = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < ring.length; at += 2) {
      [x, y] = [x + (ring[at] ?? 0), y + (ring[at + 1] ?? 0)];
      const point = [x / land.unitsPerPixel, y / land.unitsPerPixel];
      const last = points[points.length - 1];
      if (last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) > LEAST_STEP_PX / SCALE) points.push(point);
    }
    if (points.length > 3 && points.some((point) => inView(point))) path += `M${points.map(place).join('L')}z`;
  }
  return path;
}

const sites = new Map(content('sites').map((site) => [site.id, site]));
const blocs = new Map(content('blocs').map((bloc) => [bloc.id, bloc]));
const at = (id) => project(sites.get(id)?.lon ?? 0, sites.get(id)?.lat ?? 0);

function routePath(route) {
  const points = [at(route.from), ...(route.via ?? []).map(([lon, lat]) => project(lon, lat)), at(route.to)];
  const middles = points.slice(1, -1).map((point, index) => {
    const next = points[index + 2] ?? point;
    return [point, index === points.length - 3 ? next : [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2]];
  });
  if (middles.length === 0) return `M${points.map(place).join('L')}`;
  return `M${place(points[0] ?? [0, 0])}${middles.map(([by, to]) => `Q${place(by)} ${place(to)}`).join('')}`;
}

const STROKES = {
  chips: 'stroke-width="15"',
  domestic: 'stroke-width="7"',
  memory: 'stroke-width="8" stroke-dasharray="2 4"',
  tools: 'stroke-width="7" stroke-dasharray="2 4" opacity=".6"',
  grey: 'stroke-width="3" stroke-dasharray="9 7" opacity=".6"',
  cloud: 'stroke-width="6" opacity=".7"',
};

const NEUTRAL = new Set(['memory', 'tools', 'grey']);
const colourOf = (route) => (NEUTRAL.has(route.kind) ? '#B4C1C6' : (blocs.get(route.serves ?? '')?.colourNight ?? UNALIGNED));

function shape(bloc, point) {
  const [x = 0, y = 0] = place(point).split(' ').map(Number);
  const fill = `fill="${bloc?.colourNight ?? UNALIGNED}" stroke="#0E1D25" stroke-width="3"`;
  if (bloc?.shape === 'square') return `<rect x="${x - 11}" y="${y - 11}" width="22" height="22" rx="4" ${fill}/>`;
  if (bloc?.shape === 'circle') return `<circle cx="${x}" cy="${y}" r="12" ${fill}/>`;
  return `<path d="M${x} ${y - 13}l11 6.5v13l-11 6.5-11-6.5v-13z" ${fill}/>`;
}

const hatched = new Set([...blocs.values()].filter((bloc) => bloc.pattern === 'hatched').flatMap((bloc) => bloc.countries));
const grounds = land.countries
  .map((country) => ({ id: country.id, path: countryPath(country.rings) }))
  .filter(({ path }) => path !== '');
const routes = content('routes').filter(
  (route) => inView(at(route.from)) && (inView(at(route.to), 900) || route.kind === 'chips'),
);
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${Math.round(VIEW.width * SCALE)} ${Math.round(VIEW.height * SCALE)}">
<defs><pattern id="h" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v9" stroke="#B8460E" stroke-width="2.4" opacity=".55"/></pattern></defs>
<g fill="#1D3038" stroke="#2A414B" stroke-width=".8">${grounds.map(({ path }) => `<path d="${path}"/>`).join('')}</g>
<g fill="url(#h)">${grounds
  .filter(({ id }) => hatched.has(id))
  .map(({ path }) => `<path d="${path}"/>`)
  .join('')}</g>
<g fill="none" stroke-linecap="round">${routes
  .map((route) => `<path d="${routePath(route)}" stroke="${colourOf(route)}" ${STROKES[route.kind] ?? ''}/>`)
  .join('')}</g>
<g>${[...sites.values()]
  .filter((site) => inView(project(site.lon, site.lat), 0))
  .map((site) => shape(blocs.get(site.bloc ?? ''), project(site.lon, site.lat)))
  .join('')}</g>
</svg>
`;
writeFileSync(new URL('client/ui/home/night-map.svg', ROOT), svg);
