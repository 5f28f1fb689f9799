/** One field of an order form: a choice, an amount in the unit that people speak in, or a name. */

import { count, inUnit } from '../text/quantity.ts';
import { t } from '../text.ts';
import { amountAt, positionOf, SLIDER_STEPS, stepped, stepsOf } from './amount-scale.ts';
import type { FilledField } from './fill-in.ts';

const MOST_BUTTONS = 5;
const LEAST_MILLIONS_KUSD = 1000;

/** Amounts are typed in these units: how many of the rules' unit make one, and the word beside the field. */
function spoken(unit: string, max: number): { scale: number; word: string } {
  const lower = unit.toLowerCase();
  // The price of one chip is not said in millions.
  if (lower === 'kusd' && max < LEAST_MILLIONS_KUSD) return { scale: 1, word: 'ui.unit.kusd' };
  if (lower === 'kusd') return { scale: 1000, word: 'ui.unit.musd' };
  if (lower === 'permille') return { scale: 10, word: 'ui.unit.percent' };
  if (lower.startsWith('milli') && lower.includes('h100')) return { scale: 1000, word: 'ui.unit.h100e' };
  return { scale: 1, word: `ui.unit.${unit.replace(/[^A-Za-z]/g, '').toLowerCase()}` };
}

interface Props {
  kind: string;
  field: FilledField;
  wrong: boolean;
  onChange: (value: string | number) => void;
}

function ChoiceField({ kind, field, wrong, onChange }: Props & { field: Extract<FilledField, { type: 'choice' }> }) {
  const label = t(`field.${kind}.${field.name}`);
  if (field.options.length === 0) {
    return (
      <div class="form-field">
        <span class="label">{label}</span>
        <p class="quiet">{t('ui.form.nothing')}</p>
      </div>
    );
  }
  if (field.options.length <= MOST_BUTTONS) {
    return (
      <fieldset class={`form-field ${wrong ? 'wrong' : ''}`}>
        <legend class="label">{label}</legend>
        <div class="option-row">
          {field.options.map((option) => (
            <label key={option.value} class="option-pill">
              <input
                type="radio"
                name={`${kind}-${field.name}`}
                value={option.value}
                checked={option.value === field.value}
                onChange={() => onChange(option.value)}
              />
              <span>{t(option.label)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    );
  }
  return (
    <label class={`form-field ${wrong ? 'wrong' : ''}`}>
      <span class="label">{label}</span>
      <select
        class="field"
        value={field.value}
        data-testid={`field-${field.name}`}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {field.options.map((option) => (
          <option key={option.value} value={option.value}>
            {t(option.label)}
          </option>
        ))}
      </select>
    </label>
  );
}

function NumberField({ kind, field, wrong, onChange }: Props & { field: Extract<FilledField, { type: 'number' }> }) {
  const { scale, word } = spoken(field.unit, field.max);
  const isMoney = word === 'ui.unit.kusd';
  const take = (text: string): void => {
    const value = Number(text);
    if (text !== '' && Number.isFinite(value)) onChange(Math.round(value * scale));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // In the field of a number left and right move the caret.
    const input = event.currentTarget as HTMLInputElement;
    const typing = input.type === 'number';
    const by = typing && /^Arrow(Left|Right)$/.test(event.key) ? null : stepsOf(event);
    if (by === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const typed = Math.round(Number(input.value) * scale);
    onChange(stepped(typing && Number.isFinite(typed) ? typed : field.value, by, field));
  };
  const id = `field-${kind}-${field.name}`;
  return (
    <div class={`form-field ${wrong ? 'wrong' : ''}`}>
      <label class="label" for={id}>
        {t(`field.${kind}.${field.name}`)}
      </label>
      <div class="amount">
        <input
          id={id}
          class="field figures"
          type="number"
          inputMode="decimal"
          data-testid={`field-${field.name}`}
          min={field.min / scale}
          max={field.max / scale}
          value={field.value / scale}
          step="any"
          onChange={(event) => take(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <span class="quiet">{t(word)}</span>
        <input
          type="range"
          aria-label={t(`field.${kind}.${field.name}`)}
          aria-valuetext={inUnit(field.value, field.unit)}
          min={0}
          max={SLIDER_STEPS}
          value={positionOf(field.value, field)}
          onInput={(event) => onChange(amountAt(Number(event.currentTarget.value), field))}
          onKeyDown={onKeyDown}
        />
        <span class="quiet figures">
          {t('ui.form.range', {
            min: scale === 1 && !isMoney ? count(field.min) : inUnit(field.min, field.unit),
            max: scale === 1 && !isMoney ? count(field.max) : inUnit(field.max, field.unit),
          })}
        </span>
      </div>
    </div>
  );
}

export function FormField(props: Props) {
  const { field } = props;
  if (field.type === 'choice') return <ChoiceField {...props} field={field} />;
  if (field.type === 'number') return <NumberField {...props} field={field} />;
  return (
    <label class={`form-field ${props.wrong ? 'wrong' : ''}`}>
      <span class="label">{t(`field.${props.kind}.${field.name}`)}</span>
      <input
        class="field"
        maxLength={field.maxLength}
        value={field.value}
        data-testid={`field-${field.name}`}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  );
}
