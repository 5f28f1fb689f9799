/** Versions `major.minor.patch` and the ranges that a manifest may ask for, as `>=1.2.0 <2.0.0`. */

type Version = readonly [number, number, number];

const COMPARATOR = /^(>=|<=|>|<|=)?(\d{1,6})\.(\d{1,6})\.(\d{1,6})$/;

/** Whether the text is a list of comparators parted by spaces. */
export function isRange(text: string): boolean {
  return text.split(' ').every((part) => COMPARATOR.test(part));
}

/** Whether a version meets every comparator; a bare version means exactly that one. */
export function satisfies(version: string, range: string): boolean {
  const have = parse(version);
  return range.split(' ').every((part) => {
    const [, operator = '='] = part.match(COMPARATOR) ?? [];
    const order = compare(have, parse(part));
    if (operator === '=') return order === 0;
    return operator.startsWith('>')
      ? order > 0 || (operator === '>=' && order === 0)
      : order < 0 || (operator === '<=' && order === 0);
  });
}

function parse(text: string): Version {
  const [, , major, minor, patch] = text.match(COMPARATOR) ?? [];
  return [Number(major), Number(minor), Number(patch)];
}

function compare(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
