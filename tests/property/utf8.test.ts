/** The rules' own UTF-8 gives the bytes of the platform's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8Bytes } from '#shared/util/utf8.ts';

test('bytes are those of TextEncoder, for any text', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0x2ff }),
    fc.integer({ min: 0xd7ff, max: 0xe000 }),
    fc.integer({ min: 0, max: 0xffff }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), fc.string({ unit: 'binary' }), (units, text) => {
      for (const sample of [String.fromCharCode(...units), text])
        expect([...utf8Bytes(sample)]).toEqual([...new TextEncoder().encode(sample)]);
    }),
    { numRuns: 500, seed: 1 },
  );
});
