/**
 * Keyed randomness: a draw is a pure function of the match seed and of what it decides. Changing one order therefore
 * leaves all unrelated luck as it was.
 */

type Words = readonly [number, number, number, number];
const START: Words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0xdeadbeef];

/** Mixes a string into four 32-bit words (public-domain style multiply-xorshift mixing, integers only). */
const mix = (text: string): Words => finished(absorbed(START, text));

/** Takes in a string: in parts, one after the other, it gives the same as in one. */
function absorbed(words: Words, text: string): Words {
  let [a, b, c, d] = words;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 0x85ebca6b);
    b = c ^ Math.imul(b ^ code, 0xc2b2ae35);
    c = d ^ Math.imul(c ^ code, 0x27d4eb2f);
    d = a ^ Math.imul(d ^ code, 0x165667b1);
  }
  return [a, b, c, d];
}

function finished(words: Words): Words {
  let [a, b, c, d] = words;
  a = Math.imul(c ^ (a >>> 18), 0x85ebca6b);
  b = Math.imul(d ^ (b >>> 22), 0xc2b2ae35);
  c = Math.imul(a ^ (c >>> 17), 0x27d4eb2f);
  d = Math.imul(b ^ (d >>> 19), 0x165667b1);
  const x = a ^ b ^ c ^ d;
  a ^= x >>> 15;
  b ^= x << 7;
  return [Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) >>> 0, Math.imul(b ^ (b >>> 13), 0x297a2d39) >>> 0, c >>> 0, d >>> 0];
}

/** A number in [0, 1) with 53 random bits, decided by the seed and the keys. */
export function draw(seed: string, ...keys: readonly (string | number)[]): number {
  const [high, low] = mix(`${seed}|${keys.join('|')}`);
  return ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992;
}

/** An integer in [0, count). */
export function drawInt(count: number, seed: string, ...keys: readonly (string | number)[]): number {
  return Math.floor(draw(seed, ...keys) * count);
}

/** Roughly normal with mean 0 and standard deviation 1 (sum of twelve uniforms less six), within ±6. */
export function drawNormal(seed: string, ...keys: readonly (string | number)[]): number {
  let sum = -6;
  for (let n = 0; n < 12; n += 1) sum += draw(seed, ...keys, n);
  return sum;
}

/** What a draw of `bellsOf` never passes, up or down. */
export const MOST_BELL = 3.5;

/**
 * Bell-shaped with mean 0 and deviation 1 from a single mixing, by key: cheaper and a little flatter than `drawNormal`. For
 * many draws of one seed, which is mixed once.
 */
export function bellsOf(seed: string): (key: string) => number {
  const words = absorbed(START, `${seed}|`);
  return (key) => {
    const [a, b, c, d] = finished(absorbed(words, key));
    return ((a + b + c + d) / 4294967296 - 2) * 1.7320508075688772;
  };
}

/** One such draw. */
export const drawBell = (seed: string, ...keys: readonly (string | number)[]): number => bellsOf(seed)(keys.join('|'));

/** The items in an order decided by the seed and keys: breaks ties without favouring a seat. */
export function keyedOrder<T>(items: readonly T[], idOf: (item: T) => string, seed: string, ...keys: (string | number)[]): T[] {
  return items
    .map((item) => ({ item, id: idOf(item), rank: draw(seed, ...keys, idOf(item)) }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map(({ item }) => item);
}

/** A new seed for a branch, forecast or bot, from which the first can't be told. */
export function deriveSeed(seed: string, purpose: string): string {
  return mix(`${purpose}|${seed}|${purpose}`)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
}
