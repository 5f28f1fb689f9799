/**
 * Main effects by least squares over a sample in which everything varies at once (standardised regression, Saltelli et al.
 * 2008): each effect is a mean over what the other factors do, and needs far fewer games than one factor at a time.
 */

export interface MainEffect {
  /** Change of the outcome over the whole range of the factor. */
  readonly effect: number;
  /** Its 95 % interval. */
  readonly low: number;
  readonly high: number;
}

const Z = 1.959964;
const SINGULAR = 1e-9;

/** `shares`: for each point the share of its range that each factor has, 0 to 1. Null where there are too few points. */
export function mainEffects(shares: readonly (readonly number[])[], outcomes: readonly number[]): MainEffect[] | null {
  const count = shares.length;
  const columns = (shares[0]?.length ?? 0) + 1;
  if (count <= columns) return null;
  const rows = shares.map((row) => [1, ...row.map((share) => share - 0.5)]);
  const products = Array.from({ length: columns }, (_, i) =>
    Array.from({ length: columns }, (_, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0)),
  );
  const inverse = inverseOf(products);
  if (inverse === null) return null;
  const moments = products.map((_, i) => rows.reduce((sum, row, at) => sum + (row[i] ?? 0) * (outcomes[at] ?? 0), 0));
  const slopes = inverse.map((row) => row.reduce((sum, value, j) => sum + value * (moments[j] ?? 0), 0));
  let residual = 0;
  rows.forEach((row, at) => {
    const miss = (outcomes[at] ?? 0) - row.reduce((sum, value, j) => sum + value * (slopes[j] ?? 0), 0);
    residual += miss * miss;
  });
  const variance = residual / (count - columns);
  return slopes.slice(1).map((effect, index) => {
    const half = Z * Math.sqrt(Math.max(0, variance * (inverse[index + 1]?.[index + 1] ?? 0)));
    return { effect, low: effect - half, high: effect + half };
  });
}

/** By Gauss and Jordan with the largest pivot; null for a singular matrix. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...Array.from({ length: size }, (_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column; row < size; row += 1) {
      if (Math.abs(work[row]?.[column] ?? 0) > Math.abs(work[best]?.[column] ?? 0)) best = row;
    }
    const pivotRow = work[best] as number[];
    work[best] = work[column] as number[];
    work[column] = pivotRow;
    const pivot = pivotRow[column] ?? 0;
    if (Math.abs(pivot) < SINGULAR) return null;
    for (let j = 0; j < pivotRow.length; j += 1) pivotRow[j] = (pivotRow[j] ?? 0) / pivot;
    for (let row = 0; row < size; row += 1) {
      const target = work[row] as number[];
      const factor = target[column] ?? 0;
      if (row === column || factor === 0) continue;
      for (let j = 0; j < target.length; j += 1) target[j] = (target[j] ?? 0) - factor * (pivotRow[j] ?? 0);
    }
  }
  return work.map((row) => row.slice(size));
}
