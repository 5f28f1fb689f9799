/** The formats of `format.ts` in the chosen language, for components. */
import { quarter, startQuarter } from '../text.ts';
import * as format from './format.ts';
import { language } from './language.ts';

/** Figures of the same unit that stand with it, itself among them: all are written in one precision. */
type Among = readonly number[];

export const money = (kusd: number, among?: Among): string => format.money(language.value, kusd, among);
export const percent = (permille: number, among?: Among): string => format.percent(language.value, permille, among);
export const points = (milli: number, among?: Among): string => format.points(language.value, milli, among);
export const wholePoints = (milli: number): string => format.wholePoints(language.value, milli);
export const compute = (milliH100e: number, among?: Among): string => format.compute(language.value, milliH100e, among);
export const count = (value: number, among?: Among): string => format.shortCount(language.value, value, among);
export const number = (value: number, among?: Among): string => format.plainNumber(language.value, value, among);
export const signedPercent = (permille: number): string => format.signedPercent(language.value, permille);
export const signed = (value: number, most = 1): string => format.signed(language.value, value, most);
export const quarterOfTurn = (turn: number): string => quarter(startQuarter.value + turn);

/** A figure of the ledger or a forecast in its unit. */
export function inUnit(value: number, unit: string, among?: Among): string {
  const lang = language.value;
  const lower = unit.toLowerCase();
  if (lower.endsWith('kusd')) return format.money(lang, value, among);
  if (lower === 'permille') return format.percent(lang, value, among);
  if (lower === 'percent')
    return format.percent(
      lang,
      value * 10,
      among?.map((one) => one * 10),
    );
  if (lower.includes('h100e')) return format.compute(lang, value, among);
  if (lower === 'millipoints' || lower === 'milli') return format.points(lang, value, among);
  if (lower === 'eflop') return format.flop(lang, value);
  if (lower === 'turn' || lower === 'turns') return format.plainNumber(lang, value, among);
  if (among !== undefined) return format.shortCount(lang, value, among);
  return Math.abs(value) >= 10_000 ? format.shortCount(lang, value) : format.plainNumber(lang, value);
}
