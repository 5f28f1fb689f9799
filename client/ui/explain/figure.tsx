/** A figure that says why: pressed, or with W while it has the focus, it opens its explanation. */
import type { ComponentChildren } from 'preact';
import { pressedAction } from '../keys.ts';
import { figureAsked } from '../match/figure-asked.ts';
import { t } from '../text.ts';
import { type Explain, explained } from './explanation.ts';

export interface FigureProps {
  /** What the figure is, for the name of the button. */
  of: string;
  explain: Explain;
  class?: string;
  children: ComponentChildren;
}

export function Figure({ of, explain, class: more = '', children }: FigureProps) {
  const ask = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    figureAsked.value = null;
    explained.value = { explain, from: event.currentTarget instanceof HTMLElement ? event.currentTarget : null };
  };
  return (
    <button
      type="button"
      class={`figure figures ${more}`}
      data-why
      title={t('ui.figure.ask', { figure: of })}
      onClick={ask}
      onKeyDown={(event) => {
        if (pressedAction(event) === 'w') ask(event);
      }}
    >
      {children}
      <span class="hidden-text"> {t('ui.figure.of', { figure: of })}</span>
    </button>
  );
}
