/**
 * Who may see a field. Every field of the state declares it in its schema, or inherits it from the field that holds
 * it; `viewFor` follows these declarations and nothing else.
 */
import type { z } from 'zod';

/**
 * - `public`: everybody, at any time
 * - `owner`: the seat whose actor holds the field
 * - `bloc`: seats of the bloc that holds the field (or that owns the actor or line)
 * - `parties`: the seats listed in the entry's `parties`
 * - `ended`: everybody, once the match has ended
 * - `hidden`: nobody; stays on the server
 */
export type Audience = 'public' | 'owner' | 'bloc' | 'parties' | 'ended' | 'hidden';

/** Declares the audience of a field. */
export function seenBy<T extends z.ZodType>(audience: Audience, schema: T): T {
  return schema.meta({ audience }) as T;
}

/** The audience that a schema declares, or undefined when it inherits. */
export function audienceOf(schema: z.ZodType): Audience | undefined {
  return (schema.meta() as { audience?: Audience } | undefined)?.audience;
}
