/** A key of the keyboard, drawn beside the button that it presses; hidden where there is no keyboard to speak of. */
import { keyOf } from '../key-bindings.ts';

export function KeyCap({ children }: { children: string }) {
  return (
    <span class="key-cap" aria-hidden="true">
      {children.length === 1 ? keyOf(children.toLowerCase()).toUpperCase() : children}
    </span>
  );
}
