/** Fills in an order field by field: what the player chose where it is still possible, else what is suggested. */
import type { Field, Known, Option, Order, OrderKind } from '#shared/rules/order-kind.ts';

export type Filled = Readonly<Record<string, string | number | boolean>>;

export type FilledField =
  | { name: string; type: 'choice'; options: Option[]; value: string }
  | { name: string; type: 'number'; unit: string; min: number; max: number; step: number; value: number }
  | { name: string; type: 'text'; maxLength: number; value: string };

function fillField(known: Known, field: Field, so: Order, chosen: string | number | boolean | undefined): FilledField {
  if (field.type === 'choice') {
    const options = field.options(known, so);
    const kept = options.find((option) => option.value === String(chosen));
    return { name: field.name, type: 'choice', options, value: (kept ?? options[0])?.value ?? '' };
  }
  if (field.type === 'number') {
    const { min, max, step, suggested } = field.limits(known, so);
    const value = typeof chosen === 'number' && Number.isFinite(chosen) ? chosen : suggested;
    return {
      name: field.name,
      type: 'number',
      unit: field.unit,
      min,
      max: Math.max(min, max),
      step,
      value: Math.min(Math.max(min, max), Math.max(min, Math.round(value))),
    };
  }
  return {
    name: field.name,
    type: 'text',
    maxLength: field.maxLength,
    value: typeof chosen === 'string' ? chosen : field.suggested(known, so),
  };
}

export function fillIn(known: Known, kind: OrderKind, chosen: Filled): { order: Order; fields: FilledField[] } {
  let order: Order = { kind: kind.kind };
  const fields: FilledField[] = [];
  for (const field of kind.fields) {
    const filled = fillField(known, field, order, chosen[field.name]);
    fields.push(filled);
    order = { ...order, [field.name]: filled.value };
  }
  return { order, fields };
}
