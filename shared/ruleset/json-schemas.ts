/** JSON Schemas of the files of a mod, made from the same zod schemas, so that any editor completes and checks as one types. */
import { z } from 'zod';
import { SYSTEM_IDS } from './catalogue.ts';
import { CONTENT, CONTENT_KINDS, manifestSchema, patchSchema } from './schema/ruleset.ts';

const schemaField = z.string().optional();

const FILES = {
  'content.schema.json': z.strictObject({
    $schema: schemaField,
    ...Object.fromEntries(CONTENT_KINDS.map((kind) => [kind, z.array(CONTENT[kind]).optional()])),
    systems: z.partialRecord(z.enum(SYSTEM_IDS), z.boolean()).optional(),
  }),
  'mod.schema.json': manifestSchema.extend({ $schema: schemaField }),
  'patches.schema.json': z.strictObject({ $schema: schemaField, patches: z.array(patchSchema) }),
  'locale.schema.json': z.record(z.string(), z.string()),
} as const satisfies Record<string, z.ZodType>;

/** Text of each schema by its file name; `allowTrailingCommas` is read by editors. */
export function jsonSchemaFiles(): Record<string, string> {
  const text = (schema: z.ZodType) =>
    JSON.stringify({ ...z.toJSONSchema(schema, { io: 'input' }), allowTrailingCommas: true }, null, 2);
  return Object.fromEntries(Object.entries(FILES).map(([name, schema]) => [name, `${text(schema)}\n`]));
}
