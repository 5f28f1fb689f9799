/** A row of choices of which one holds, as a group of radio buttons. */
export interface Choice<T extends string> {
  value: T;
  label: string;
  testId?: string;
}

export function Switch<T extends string>(props: {
  label: string;
  choices: readonly Choice<T>[];
  value: T;
  onChoose: (value: T) => void;
}) {
  const step = (event: KeyboardEvent): void => {
    const by =
      event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const at = props.choices.findIndex((choice) => choice.value === props.value);
    const next = props.choices[(at + by + props.choices.length) % props.choices.length];
    if (next === undefined) return;
    props.onChoose(next.value);
    const group = event.currentTarget as HTMLElement;
    group.querySelectorAll<HTMLElement>('[role=radio]')[props.choices.indexOf(next)]?.focus();
  };
  return (
    <div class="switch" role="radiogroup" aria-label={props.label} onKeyDown={step}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="radio"
          aria-checked={choice.value === props.value}
          tabIndex={choice.value === props.value ? 0 : -1}
          data-testid={choice.testId}
          onClick={() => props.onChoose(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
