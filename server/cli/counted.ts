/** A number with its word, in the number that it wants. */

export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
