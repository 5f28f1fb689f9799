/** A term with its explanation in a small box: opened by press or key, closed by Esc or a press elsewhere. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { t } from '../text.ts';
import type { TermId } from './terms.ts';

export type { TermId } from './terms.ts';

const GAP = 6;
const EDGE = 8;

/** Puts the box under its term, inside the window. */
function place(box: HTMLElement, by: HTMLElement): void {
  const from = by.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = from.bottom + GAP + height <= innerHeight - EDGE;
  box.style.left = `${Math.max(EDGE, Math.min(innerWidth - width - EDGE, from.left))}px`;
  box.style.top = `${below ? from.bottom + GAP : Math.max(EDGE, from.top - GAP - height)}px`;
}

export function Term({ id, children, help = false }: { id: TermId; children?: ComponentChildren; help?: boolean }) {
  const whole = useRef<HTMLSpanElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const boxId = useId();
  useEffect(() => {
    const span = whole.current;
    const close = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || box.current?.matches(':popover-open') !== true) return;
      event.preventDefault();
      event.stopPropagation();
      box.current.hidePopover();
      button.current?.focus();
    };
    span?.addEventListener('keydown', close);
    return () => span?.removeEventListener('keydown', close);
  }, []);
  return (
    <span class="term" ref={whole}>
      <button
        ref={button}
        type="button"
        class={help ? 'icon-button small' : 'term-word'}
        popovertarget={boxId}
        aria-label={help ? t('ui.help.about', { term: t(`ui.term.${id}`) }) : undefined}
      >
        {help ? <Icon name="circle-help" size={16} /> : children}
      </button>
      <div
        id={boxId}
        ref={box}
        class="term-box on-paper"
        popover="auto"
        role="note"
        onToggle={() => {
          if (box.current !== null && button.current !== null && box.current.matches(':popover-open')) {
            place(box.current, button.current);
          }
        }}
      >
        <strong>{t(`ui.term.${id}`)}</strong>
        <p>{t(`ui.term.${id}.text`)}</p>
        <a href="#/rules" target="_blank" rel="noopener">
          {t('ui.rules.open')}
        </a>
      </div>
    </span>
  );
}
