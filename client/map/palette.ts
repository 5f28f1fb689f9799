/** Colours of the map by day (printed atlas) and by night. */
import type { Look, MapMode } from './types.ts';

export interface Palette {
  readonly sea: string;
  readonly seaDeep: string;
  readonly graticule: string;
  readonly land: string;
  readonly landEdge: string;
  readonly border: string;
  readonly coastShadow: string;
  readonly coastLight: string;
  /** Strength of a bloc's wash and hatching on its land. */
  readonly washAlpha: number;
  readonly hatchAlpha: number;
  readonly ink: string;
  readonly quiet: string;
  /** Halo behind text and casing of ribbons. */
  readonly halo: string;
  readonly casing: string;
  /** Arrows and initials on a bloc's colour. */
  readonly onBloc: string;
  readonly sealEdge: string;
  readonly ladder: string;
  readonly ladderBed: string;
  readonly barEmpty: string;
  readonly jaws: string;
  readonly jawsStripe: string;
  readonly callout: string;
  readonly calloutText: string;
  readonly calloutQuiet: string;
}

export const ACTION = '#FFC72C';
export const ACTION_INK = '#15212A';
export const ACTION_EDGE = '#7A5200';
export const STOP: Readonly<Record<MapMode, string>> = { day: '#A4123A', night: '#FF8FA8' };

export const PALETTES: Readonly<Record<MapMode, Palette>> = {
  day: {
    sea: '#CADCDD',
    seaDeep: '#C2D6D8',
    graticule: 'rgba(255,255,255,0.34)',
    land: '#F8F2E4',
    landEdge: '#A9BCBB',
    border: '#DDD1B8',
    coastShadow: 'rgba(74,116,124,0.22)',
    coastLight: 'rgba(255,255,255,0.30)',
    washAlpha: 0.07,
    hatchAlpha: 0.22,
    ink: '#15212A',
    quiet: '#46535B',
    halo: 'rgba(251,247,238,0.92)',
    casing: '#FBF7EE',
    onBloc: '#FBF7EE',
    sealEdge: '#FBF7EE',
    ladder: '#57626A',
    ladderBed: 'rgba(251,247,238,0.85)',
    barEmpty: '#FBF7EE',
    jaws: '#15212A',
    jawsStripe: '#FBF7EE',
    callout: '#15212A',
    calloutText: '#FBF7EE',
    calloutQuiet: '#D5DEE1',
  },
  night: {
    sea: '#0E1D25',
    seaDeep: '#0C1920',
    graticule: 'rgba(180,193,198,0.07)',
    land: '#22353F',
    landEdge: '#3A505B',
    border: '#304650',
    coastShadow: 'rgba(0,0,0,0.45)',
    coastLight: 'rgba(180,193,198,0.05)',
    washAlpha: 0.14,
    hatchAlpha: 0.34,
    ink: '#FBF7EE',
    quiet: '#B4C1C6',
    halo: 'rgba(14,29,37,0.92)',
    casing: '#0E1D25',
    onBloc: '#0E1D25',
    sealEdge: '#0E1D25',
    ladder: '#A9B6BC',
    ladderBed: 'rgba(14,29,37,0.75)',
    barEmpty: '#0E1D25',
    jaws: '#FBF7EE',
    jawsStripe: '#15212A',
    callout: '#FBF7EE',
    calloutText: '#15212A',
    calloutQuiet: '#46535B',
  },
};

export function colourOf(look: Look, mode: MapMode): string {
  return mode === 'day' ? look.colourDay : look.colourNight;
}

/** A colour like #0A5561 as the number that a tint takes. */
export function tintOf(colour: string): number {
  return Number.parseInt(colour.slice(1), 16);
}
