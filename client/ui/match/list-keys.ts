/** Keys of an item in a list that can be put in order: Delete takes it out, Alt with an arrow moves it. */
export const listKeys =
  (remove: () => void, move: (by: number) => void) =>
  (event: KeyboardEvent): void => {
    const act =
      { Delete: remove, Backspace: remove }[event.key] ??
      (event.altKey ? { ArrowUp: () => move(-1), ArrowDown: () => move(1) }[event.key] : undefined);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
