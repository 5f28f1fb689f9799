/** Gives the focus to an order card once the cards stand in their new places and no dialog covers them. */

/** By its place in the list; to the list where it has no card. The next frame comes after all that the change has drawn anew. */
export const focusCard = (index: number): void => {
  requestAnimationFrame(() => {
    const region = document.querySelector<HTMLElement>('[data-testid=orders]');
    const cards = region?.querySelectorAll<HTMLElement>('[data-testid=order-card]') ?? [];
    (cards[Math.min(index, cards.length - 1)] ?? region)?.focus();
  });
};
