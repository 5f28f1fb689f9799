/** Dragging cards of a list into another order: with the mouse anywhere on a card, with a finger by its icon. */
import { useEffect, useRef } from 'preact/hooks';
import { dropPlace } from './drop-place.ts';

/** Pixels after which a press is a drag and no longer a click. */
const SLOP = 6;

export type DragStart = (index: number, event: PointerEvent) => void;

function cardsOf(list: HTMLElement | null): HTMLElement[] {
  return list === null ? [] : ([...list.children] as HTMLElement[]);
}

export function useDragOrder(
  list: { readonly current: HTMLElement | null },
  onDrop: (from: number, to: number) => void,
): DragStart {
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return (index, start) => {
    const target = start.target instanceof Element ? start.target : null;
    if (start.button !== 0 || target === null || target.closest('.order-tools') !== null) return;
    if (start.pointerType !== 'mouse' && target.closest('.order-icon') === null) return;
    const cards = cardsOf(list.current);
    const card = cards[index];
    if (card === undefined || cards.length < 2) return;
    const spans = cards.map((one) => one.getBoundingClientRect());
    const middle = ((spans[index]?.top ?? 0) + (spans[index]?.bottom ?? 0)) / 2;
    const pointer = start.pointerId;
    let dragging = false;
    let to = index;

    const onMove = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      const by = event.clientY - start.clientY;
      if (!dragging && Math.abs(by) < SLOP) return;
      dragging = true;
      event.preventDefault();
      card.classList.add('dragged');
      card.style.transform = `translateY(${by}px)`;
      to = dropPlace(spans, index, middle + by);
      for (const [at, one] of cards.entries()) {
        const shifts = at !== index && (at > index ? at <= to : at >= to);
        one.classList.toggle('makes-room', shifts);
        if (at !== index) one.style.transform = shifts ? `translateY(${(at > index ? -1 : 1) * card.offsetHeight}px)` : '';
      }
    };
    const end = (): void => {
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', end);
      for (const one of cards) {
        one.classList.remove('dragged', 'makes-room');
        one.style.transform = '';
      }
      stop.current = null;
    };
    const onUp = (event: PointerEvent): void => {
      if (event.pointerId !== pointer) return;
      end();
      if (!dragging) return;
      // The press that ended a drag opens no form.
      addEventListener('click', swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
      if (to !== index) onDrop(index, to);
    };
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', end);
    stop.current = end;
  };
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
