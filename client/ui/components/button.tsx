/** The button in its states: default, main, action, quiet, busy, and off with a reason. */
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';

export interface ButtonProps {
  onPress: () => void;
  children?: ComponentChildren;
  look?: 'default' | 'main' | 'act' | 'quiet';
  icon?: string;
  keys?: string;
  label?: string;
  /** Why it can't be pressed now; it stays focusable so that the reason can be read. */
  off?: string | null;
  busy?: boolean;
  pressed?: boolean;
  testId?: string;
  class?: string;
  /** The safe choice of a dialog: it has the focus when the dialog opens. */
  safe?: boolean;
}

export function Button(props: ButtonProps) {
  const { onPress, children, look = 'default', icon, keys, label, off = null, busy = false, pressed, testId } = props;
  const idle = off === null && !busy;
  return (
    <button
      type="button"
      class={`btn btn-${look} ${props.class ?? ''}`}
      aria-label={label}
      aria-pressed={pressed}
      aria-disabled={idle ? undefined : true}
      aria-busy={busy || undefined}
      title={off ?? label}
      data-testid={testId}
      data-safe={props.safe || undefined}
      onClick={() => idle && onPress()}
    >
      {busy ? <Icon name="loader" /> : icon !== undefined && <Icon name={icon} />}
      {children !== undefined && <span class="btn-words">{children}</span>}
      {keys !== undefined && <KeyCap>{keys}</KeyCap>}
    </button>
  );
}
