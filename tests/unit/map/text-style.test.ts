/** Where words on the map break into lines. */
import { expect, test } from 'vitest';
import { filled } from '#client/map/text-style.ts';

/** Each letter as wide as any other. */
const measure = (text: string): number => text.length * 10;
const lines = (text: string, widest: number): string[] => filled(text, 'flow', measure, widest);

test('a short text is one line', () => {
  expect(lines('Officers seize 20 H20', 400)).toEqual(['Officers seize 20 H20']);
});

test('words fill the lines, and none is wider than it may be', () => {
  expect(lines('DeepSeek gets 8,344 of 10,000 H20.', 160)).toEqual(['DeepSeek gets', '8,344 of 10,000', 'H20.']);
});

test('Chinese breaks between characters, but not within a figure or before a mark', () => {
  const found = lines('深度求索订购10,000块H20，收到8,344块。', 140);
  expect(found.join('')).toBe('深度求索订购10,000块H20，收到8,344块。');
  expect(found.every((line) => !/^[，。]/.test(line))).toBe(true);
  expect(found.some((line) => /\d,?$/.test(line) && !/(10,000|8,344|H20)$/.test(line))).toBe(false);
});

test('a word wider than the line stands alone', () => {
  expect(lines('Rechenzentrumsbetreiber zahlt', 100)).toEqual(['Rechenzentrumsbetreiber', 'zahlt']);
});
