/** Type on the map: the styles, and where a name breaks into two lines. */

export type TextStyle = 'name' | 'strong' | 'you' | 'flow' | 'callout-title' | 'callout-text' | 'seal' | 'number';

interface Type {
  readonly weight: number;
  readonly px: number;
}

export const TYPES: Readonly<Record<TextStyle, Type>> = {
  name: { weight: 600, px: 13.5 },
  strong: { weight: 700, px: 14 },
  you: { weight: 800, px: 14.5 },
  flow: { weight: 800, px: 15 },
  'callout-title': { weight: 700, px: 13.5 },
  'callout-text': { weight: 500, px: 13 },
  seal: { weight: 800, px: 11.5 },
  number: { weight: 800, px: 15 },
};

/** Distance of two lines. */
export const LINE_PX = 15;
const WIDEST_LINE_PX = 96;

export function fontOf(style: TextStyle, family: string): string {
  const { weight, px } = TYPES[style];
  return `${weight} ${px}px ${family}`;
}

/** One line, or two of about the same width when the text is long and has a space. */
export function wrapped(text: string, style: TextStyle, measure: (text: string, style: TextStyle) => number): string[] {
  if (measure(text, style) <= WIDEST_LINE_PX) return [text];
  const words = text.includes(', ') ? text.split(/(?<=,) /) : text.split(' ');
  let best = [text];
  let widest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const width = Math.max(...lines.map((line) => measure(line, style)));
    if (width < widest) [best, widest] = [lines, width];
  }
  return best;
}

/** What stays on one line: a word with its space, a figure, a Chinese character with the mark behind it. */
const UNBROKEN = /(?:\p{Script=Han}|[^\p{Script=Han}\s，。：；、（）]+)[，。：；、）]?\s?|./gu;

/** As many lines as the words need to be no wider than `widestPx`. */
export function filled(
  text: string,
  style: TextStyle,
  measure: (text: string, style: TextStyle) => number,
  widestPx: number,
): string[] {
  const lines: string[] = [];
  const parts = text.match(UNBROKEN) ?? [];
  let line = '';
  for (const part of parts) {
    if (line !== '' && measure((line + part).trimEnd(), style) > widestPx) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += part;
  }
  return line === '' ? lines : [...lines, line.trimEnd()];
}

/** A name without the town that follows a comma or stands in brackets. */
export function shortName(text: string): string {
  return text.split(/[,，（(]/)[0]?.trim() || text;
}
