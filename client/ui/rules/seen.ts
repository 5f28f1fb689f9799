/** Who learns of an order when the turn resolves: everybody, those who deal, or nobody until it is found. */
export type Seen = 'public' | 'dealers' | 'hidden';

const SEEN: Readonly<Record<string, Seen>> = {
  research: 'hidden',
  hire: 'dealers',
  study: 'hidden',
  buy: 'dealers',
  'buy-grey': 'hidden',
  rent: 'hidden',
  train: 'hidden',
  distil: 'hidden',
  design: 'hidden',
  software: 'dealers',
  summit: 'dealers',
};

export const seenOf = (kind: string): Seen => SEEN[kind] ?? 'public';
