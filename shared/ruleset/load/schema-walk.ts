/** Steps through zod schemas by path: which fields an object has, and which schema stands where. */
import { z } from 'zod';

/** The schema inside optional, nullable, default and prefault. */
export function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  ) {
    return unwrap(schema.def.innerType);
  }
  return schema;
}

/** The schema at a path, or null where there is none. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | null {
  const inner = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return inner;
  let next: z.core.$ZodType | null = null;
  if (inner instanceof z.ZodObject) next = (inner.shape as Record<string, z.core.$ZodType>)[String(step)] ?? null;
  else if (inner instanceof z.ZodArray) next = inner.def.element;
  else if (inner instanceof z.ZodRecord) next = inner.def.valueType;
  else if (inner instanceof z.ZodTuple) next = inner.def.items[Number(step)] ?? null;
  return next === null ? null : schemaAt(next, rest);
}

/** Names of the fields of the object at a path. */
export function fieldsAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}
