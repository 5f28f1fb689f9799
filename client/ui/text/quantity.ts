/** The formats of `format.ts` in the chosen language, for components. */
import { startQuarter } from '../text.ts';
import * as format from './format.ts';
import { language } from './language.ts';

export const money = (kusd: number): string => format.money(language.value, kusd);
export const percent = (permille: number): string => format.percent(language.value, permille);
export const points = (milli: number): string => format.points(language.value, milli);
export const wholePoints = (milli: number): string => format.wholePoints(language.value, milli);
export const compute = (milliH100e: number): string => format.compute(language.value, milliH100e);
export const count = (value: number): string => format.shortCount(language.value, value);
export const number = (value: number): string => format.plainNumber(language.value, value);
export const signedPercent = (permille: number): string => format.signedPercent(language.value, permille);
export const signed = (value: number, most = 1): string => format.signed(language.value, value, most);
export const quarterOfTurn = (turn: number): string => format.quarter(startQuarter.value + turn);

/** A figure of the ledger or a forecast in its unit. */
export function inUnit(value: number, unit: string): string {
  const lang = language.value;
  const lower = unit.toLowerCase();
  if (lower === 'kusd' || lower.endsWith('kusd')) return format.money(lang, value);
  if (lower === 'permille') return format.percent(lang, value);
  if (lower === 'percent') return format.percent(lang, value * 10);
  if (lower.includes('h100e')) return format.compute(lang, value);
  if (lower === 'millipoints' || lower === 'milli') return format.points(lang, value);
  if (lower === 'eflop') return format.flop(lang, value);
  if (lower === 'turn' || lower === 'turns') return format.plainNumber(lang, value);
  return Math.abs(value) >= 10_000 ? format.shortCount(lang, value) : format.plainNumber(lang, value);
}
