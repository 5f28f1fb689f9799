/** The JSON Schemas in `assets/schemas` are the ones that the content's schemas give; `run vitest run -u` writes them anew. */
import { expect, test } from 'vitest';
import { jsonSchemaFiles } from '#shared/ruleset/json-schemas.ts';

test.each(Object.entries(jsonSchemaFiles()))('%s', async (name, text) => {
  await expect(text).toMatchFileSnapshot(`../../../assets/schemas/${name}`);
});
