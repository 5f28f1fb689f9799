/** A key of the keyboard, drawn beside the button that it presses; hidden where there is no keyboard to speak of. */
export function KeyCap({ children }: { children: string }) {
  return (
    <kbd class="key-cap" aria-hidden="true">
      {children}
    </kbd>
  );
}
