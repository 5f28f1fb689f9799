/** A modal question: the browser's own dialog keeps focus inside and gives it back. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import { Icon } from './icon.tsx';

export function Dialog(props: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
  testId?: string;
}) {
  const box = useRef<HTMLDialogElement>(null);
  // Opens and closes in the same step as it is drawn: an effect after the paint would give the focus back late, and take it
  // from whatever has it by then.
  useLayoutEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (dialog === null) return;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('[data-safe]')?.focus();
    const onBackdrop = (event: MouseEvent): void => {
      if (event.target === dialog) props.onClose();
    };
    dialog.addEventListener('click', onBackdrop);
    return () => {
      dialog.removeEventListener('click', onBackdrop);
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={`dialog on-paper ${props.wide === true ? 'dialog-wide' : ''}`}
      aria-label={props.title}
      data-testid={props.testId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <div class="dialog-body">
        <header class="dialog-head">
          <h2 class="serif">{props.title}</h2>
          <button type="button" class="icon-button" aria-label={t('ui.close')} onClick={props.onClose}>
            <Icon name="x" />
          </button>
        </header>
        {props.children}
      </div>
    </dialog>
  );
}
