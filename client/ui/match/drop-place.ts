/** Where a dragged card would land: the index among the cards, from their heights on screen. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

/** New index of the card `from` when its middle is held at `y`, all in the same pixels. */
export function dropPlace(cards: readonly Span[], from: number, y: number): number {
  const others = cards.filter((_, at) => at !== from);
  const above = others.filter((card) => (card.top + card.bottom) / 2 < y);
  return above.length;
}
