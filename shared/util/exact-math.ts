/**
 * Logarithm and exponential built from exactly rounded operations only, so that every JavaScript engine gives the
 * same bits. Accurate to about 1e-14 relative over the ranges used by the rules.
 */

const LN2 = 0.6931471805599453;

/** Natural logarithm of `x` > 0; throws a RangeError otherwise. */
export function ln(x: number): number {
  if (!(x > 0) || x === Infinity) throw new RangeError(`ln(${x}) is not defined`);
  let mantissa = x;
  let exponent = 0;
  while (mantissa >= 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < 0.7071067811865476) {
    mantissa *= 2;
    exponent -= 1;
  }
  // atanh series: ln(m) = 2 * (t + t^3/3 + t^5/5 ...), |t| < 0.172
  const t = (mantissa - 1) / (mantissa + 1);
  const t2 = t * t;
  let term = t;
  let sum = 0;
  for (let n = 1; n < 26; n += 2) {
    sum += term / n;
    term *= t2;
  }
  return 2 * sum + exponent * LN2;
}

/** e to the power `x`; saturates at 0 below -700 and throws above 700. */
export function exp(x: number): number {
  if (Number.isNaN(x) || x > 700) throw new RangeError(`exp(${x}) is not finite`);
  if (x < -700) return 0;
  const k = Math.round(x / LN2);
  const r = x - k * LN2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 18; n += 1) {
    term = (term * r) / n;
    sum += term;
  }
  return sum * powerOfTwo(k);
}

function powerOfTwo(k: number): number {
  let result = 1;
  const step = k < 0 ? 0.5 : 2;
  for (let n = k < 0 ? -k : k; n > 0; n -= 1) result *= step;
  return result;
}

/** Logarithm to base 2 of `x` > 0. */
export function log2(x: number): number {
  return ln(x) / LN2;
}

/** `base` > 0 to the power `exponent`. */
export function pow(base: number, exponent: number): number {
  return exp(exponent * ln(base));
}

export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : Math.min(x, high);
}

/** Rounds half away from zero and never returns -0. */
export function roundHalfUp(x: number): number {
  const magnitude = Math.floor((x < 0 ? -x : x) + 0.5);
  return x < 0 && magnitude !== 0 ? -magnitude : magnitude;
}

/** `Math.floor` without -0. */
export function floorInt(x: number): number {
  return Math.floor(x) + 0;
}

/**
 * Splits an integer `total` in proportion to `weights` (≥ 0) by largest remainder; the parts are integers that add up
 * to `total`. Ties go to the lower index, so callers pass weights in a keyed order. All-zero weights give all zeros.
 */
export function splitByLargestRemainder(total: number, weights: readonly number[]): number[] {
  let sum = 0;
  for (const weight of weights) sum += weight;
  if (sum <= 0 || total <= 0) return weights.map(() => 0);
  const exact: number[] = [];
  const parts: number[] = [];
  let left = total;
  for (const weight of weights) {
    const value = (total / sum) * weight;
    const part = Math.floor(value);
    exact.push(value);
    parts.push(part);
    left -= part;
  }
  if (left === 0) return parts;
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) }));
  order.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (let n = 0; left > 0; n = (n + 1) % order.length) {
    const at = order[n]?.index ?? 0;
    if ((weights[at] ?? 0) > 0) {
      parts[at] = (parts[at] ?? 0) + 1;
      left -= 1;
    }
  }
  for (let n = order.length - 1; left < 0; n = n === 0 ? order.length - 1 : n - 1) {
    const at = order[n]?.index ?? 0;
    if ((parts[at] ?? 0) > 0) {
      parts[at] = (parts[at] ?? 0) - 1;
      left += 1;
    }
  }
  return parts;
}

/**
 * Fills `wants` from `supply` pro rata, never giving more than was wanted; integers by largest remainder.
 */
export function fillProRata(supply: number, wants: readonly number[]): number[] {
  let total = 0;
  for (const want of wants) total += want;
  if (total <= supply) return wants.slice();
  return splitByLargestRemainder(Math.floor(supply), wants).map((part, index) => Math.min(part, wants[index] ?? 0));
}
