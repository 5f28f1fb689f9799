/** Which order card gets the focus once the cards stand in their new places and no dialog covers them. */
import { effect, signal } from '@preact/signals';

/** Index of the card to focus; null where nobody asked. */
const wanted = signal<number | null>(null);

/** Asks for the focus on a card by its place in the list. */
export const focusCard = (index: number): void => {
  wanted.value = index;
};

/** Frames after which a card that can't take the focus is given up: by then the player is elsewhere. */
const MOST_FRAMES = 30;

/** Gives the focus to the card asked for, frame by frame until it takes it; to the list where it has no card. Returns the end. */
export function followCardFocus(list: () => HTMLElement | null): () => void {
  let frame = 0;
  const attempt = (left: number): void => {
    const index = wanted.peek();
    const region = list();
    if (index === null || region === null) return;
    const cards = region.querySelectorAll<HTMLElement>('[data-testid=order-card]');
    const target = cards[Math.min(index, cards.length - 1)] ?? region;
    target.focus();
    if (document.activeElement === target || left === 0) wanted.value = null;
    else frame = requestAnimationFrame(() => attempt(left - 1));
  };
  const stop = effect(() => {
    cancelAnimationFrame(frame);
    if (wanted.value !== null) frame = requestAnimationFrame(() => attempt(MOST_FRAMES));
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    wanted.value = null;
  };
}
