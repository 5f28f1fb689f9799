/** Buttons of a row in a list that has an order: up, down, away. */
import { Icon } from './icon.tsx';

interface RowToolsProps {
  /** What the buttons say to who can't see them. */
  readonly words: { readonly up: string; readonly down: string; readonly remove: string };
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
  readonly removeTestId: string;
}

export function RowTools({ words, first, last, onMove, onRemove, removeTestId }: RowToolsProps) {
  return (
    <>
      <button type="button" class="icon-button small" aria-label={words.up} disabled={first} onClick={() => onMove(-1)}>
        <Icon name="chevron-up" size={15} />
      </button>
      <button type="button" class="icon-button small" aria-label={words.down} disabled={last} onClick={() => onMove(1)}>
        <Icon name="chevron-down" size={15} />
      </button>
      <button type="button" class="icon-button small" data-testid={removeTestId} aria-label={words.remove} onClick={onRemove}>
        <Icon name="trash-2" size={15} />
      </button>
    </>
  );
}
