/** Which figure of the bar the player asks about; null while none is asked. */
import { signal } from '@preact/signals';
import { FIGURES, type Figure } from '../report/figure-parts.ts';

export const figureAsked = signal<Figure | null>(null);

/** W: asks about the figure in focus, else about the first one in the bar; closes it when it is open. */
export function askFigure(): void {
  if (figureAsked.value !== null) {
    figureAsked.value = null;
    return;
  }
  const inFocus = document.activeElement?.closest<HTMLElement>('[data-figure]')?.dataset.figure;
  figureAsked.value = FIGURES.find((figure) => figure === inFocus) ?? FIGURES[0];
}
