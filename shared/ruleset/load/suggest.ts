/** "Did you mean": the nearest of the known words, when it is near enough to be a slip of the finger. */

const LONGEST = 80;

/** The hint, or nothing to add when no word is near. */
export function didYouMean(word: string, known: Iterable<string>): { hint?: string } {
  const limit = Math.max(1, Math.min(4, Math.floor(word.length / 4)));
  let best: string | null = null;
  let bestDistance = limit + 1;
  if (word.length > LONGEST) return {};
  for (const candidate of [...known].sort()) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best === null ? {} : { hint: `did you mean "${best}"?` };
}

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
