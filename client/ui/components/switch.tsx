/** A row of choices of which one holds. */
import { useId } from 'preact/hooks';
import { Radio } from './radio.tsx';

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
  const group = useId();
  return (
    <div class="switch" role="radiogroup" aria-label={props.label}>
      {props.choices.map((choice) => (
        <Radio
          key={choice.value}
          group={group}
          value={choice.value}
          checked={choice.value === props.value}
          testId={choice.testId}
          onChoose={() => props.onChoose(choice.value)}
        >
          <span>{choice.label}</span>
        </Radio>
      ))}
    </div>
  );
}
