/** One choice of several, drawn as its content; the browser's own radio button lies over it and brings keys and names. */
import type { ComponentChildren } from 'preact';

export interface RadioProps {
  group: string;
  value: string;
  checked: boolean;
  onChoose: () => void;
  children: ComponentChildren;
  class?: string;
  label?: string;
  testId?: string;
}

export function Radio({ group, value, checked, onChoose, children, class: more = '', label, testId }: RadioProps) {
  return (
    <label class={`radio ${more}`} title={label}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={checked}
        aria-label={label}
        data-testid={testId}
        onChange={onChoose}
      />
      {children}
    </label>
  );
}
