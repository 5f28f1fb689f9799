/** A small base game and helpers, so that each test writes only what it is about. */
import { type DiagnosticCode, formatDiagnostic } from '#shared/ruleset/load/diagnostic.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import type { ModFiles } from '#shared/ruleset/load/manifest.ts';

export type Files = Record<string, unknown>;

/** A tech with its required fields. */
export const tech = (id: string, more: object = {}) => ({
  id,
  branch: 'base:ideas',
  code: 'A1',
  column: 1,
  priceKusd: 1000,
  talent: 10,
  durationTurns: 2,
  source: 'made up',
  ...more,
});

export const manifest = (id: string, more: object = {}) => ({
  id,
  version: '1.0.0',
  format: 1,
  title: id,
  licence: 'MIT',
  ...more,
});

const site = (id: string) => ({ id, kind: 'lab', lat: 0, lon: 0, bloc: 'base:north', source: 'made up' });

const BASE: Files = {
  'mod.json': manifest('base'),
  'world.json': {
    blocs: [
      {
        id: 'base:north',
        colourDay: '#000000',
        colourNight: '#FFFFFF',
        shape: 'circle',
        pattern: 'solid',
        homeRegion: 'base:market',
        countries: [],
      },
    ],
    roles: [{ id: 'base:lab', icon: 'flask' }],
    sites: [site('base:town')],
    regions: [
      {
        id: 'base:market',
        site: 'base:town',
        bloc: 'base:north',
        demandKusd: 1,
        users: 1,
        growthPermille: 0,
        priceSensitivityMilli: 0,
        openTasteMilli: 0,
        affinityMilli: {},
        source: 'made up',
      },
    ],
    actors: [
      {
        id: 'base:alpha',
        bloc: 'base:north',
        role: 'base:lab',
        initials: 'AL',
        home: 'base:town',
        objectives: [{ metric: 'top-two', full: 10, zero: 0, weightPermille: 1000 }],
        bot: { openPermille: 500, boldPermille: 500 },
        source: 'made up',
      },
    ],
    branches: [
      {
        id: 'base:ideas',
        letter: 'A',
        colour: '#123456',
        roles: ['base:lab'],
        pricePermille: 1000,
        pressureSpeedPercent: 0,
        pressurePricePercent: 0,
      },
    ],
  },
  'techs.json': { techs: [tech('base:evals'), tech('base:sparse', { requires: ['base:evals'] })] },
};

/** A mod from values (written as JSON, one field a line) or raw texts. */
export function mod(id: string, files: Files): ModFiles {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return { id, files: Object.fromEntries(Object.entries(files).map(([path, value]) => [path, text(value)])) };
}

export const base = (more: Files = {}) => mod('base', { ...BASE, ...more });

/** A second mod, with a manifest that requires the base. */
export const extra = (id: string, files: Files, more: object = {}) =>
  mod(id, { 'mod.json': manifest(id, { requires: ['base'], ...more }), ...files });

/** Diagnostics as lines. */
export const linesOf = (...mods: ModFiles[]) => loadMods(mods).diagnostics.map(formatDiagnostic);

/** Codes of the diagnostics, in order. */
export const codesOf = (...mods: ModFiles[]): DiagnosticCode[] => loadMods(mods).diagnostics.map(({ code }) => code);
