/** The table of references names every field of the content that holds an id. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { REFERENCES } from '#shared/ruleset/load/reference-table.ts';
import { unwrap } from '#shared/ruleset/load/schema-walk.ts';
import { CONTENT, CONTENT_KINDS } from '#shared/ruleset/schema/ruleset.ts';
import { idSchema } from '#shared/util/ids.ts';

/** Paths of all fields that hold ids, as the table writes them. */
function idPaths(schema: z.core.$ZodType, path: string): string[] {
  const inner = unwrap(schema);
  if (inner === idSchema) return [path];
  const below = (step: string) => (path === '' ? step : `${path}.${step}`);
  if (inner instanceof z.ZodObject) return Object.entries(inner.shape).flatMap(([key, field]) => idPaths(field, below(key)));
  if (inner instanceof z.ZodArray) return idPaths(inner.def.element, below('*'));
  if (inner instanceof z.ZodTuple) return inner.def.items.flatMap((item, index) => idPaths(item, below(String(index))));
  if (!(inner instanceof z.ZodRecord)) return [];
  return [...(inner.def.keyType === idSchema ? [below('@keys')] : []), ...idPaths(inner.def.valueType, below('*'))];
}

test.each(CONTENT_KINDS)('%s', (kind) => {
  const inSchema = idPaths(CONTENT[kind], '').filter((path) => path !== 'id');
  const inTable = REFERENCES[kind].map(({ path }) => path.join('.'));
  expect([...inTable].sort()).toEqual([...inSchema].sort());
});

test('the walk finds ids in every place', () => {
  const schema = z.strictObject({
    a: idSchema.nullable().default(null),
    b: z.array(idSchema),
    c: z.record(idSchema, z.strictObject({ d: idSchema })),
  });
  expect(idPaths(schema, '')).toEqual(['a', 'b.*', 'c.@keys', 'c.*.d']);
});
