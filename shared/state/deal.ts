/** Deals between any two actors: the terms that the rules can carry out, and promises that they only watch. */
import { z } from 'zod';
import { LEVER_IDS } from '../ruleset/catalogue.ts';
import { idSchema } from '../util/ids.ts';

const party = idSchema;

export const termSchema = z.discriminatedUnion('term', [
  /** Money once. */
  z.strictObject({ term: z.literal('money'), from: party, to: party, kusd: z.int().min(1).max(100_000_000) }),
  /** Accelerators from a maker at a fixed price, served before the open market, each turn of the deal. */
  z.strictObject({
    term: z.literal('chips'),
    from: party,
    to: party,
    chip: idSchema,
    units: z.int().min(1).max(10_000_000),
    priceKusd: z.int().min(0).max(1000),
  }),
  /** Compute lent, thousandths of an H100 equivalent, each turn of the deal. */
  z.strictObject({ term: z.literal('compute'), from: party, to: party, milliH100e: z.int().min(1000).max(1_000_000_000) }),
  /** The right to follow: half the price of a technology that the giver knows. */
  z.strictObject({ term: z.literal('licence'), from: party, to: party, tech: idSchema }),
  /** Both research it: each pays for its own work, which goes a third faster. */
  z.strictObject({ term: z.literal('joint-research'), from: party, to: party, tech: idSchema }),
  /** Conduct, not enforced; breaking it costs trust. */
  z.strictObject({
    term: z.literal('promise'),
    from: party,
    to: party,
    conduct: z.enum(['no-law', 'no-retaliation', 'no-distilling', 'no-poaching', 'no-grey']),
    lever: z.enum(LEVER_IDS).optional(),
  }),
  /** Governments: no new law against each other. */
  z.strictObject({ term: z.literal('truce'), from: party, to: party }),
]);
export type Term = z.infer<typeof termSchema>;

/** Terms two actors agree on, and for how many turns. */
export const dealOfferSchema = z.strictObject({
  id: z.string().min(1).max(60),
  from: party,
  to: party,
  turns: z.int().min(1).max(8),
  terms: z.array(termSchema).min(1).max(4),
});
export type DealOffer = z.infer<typeof dealOfferSchema>;
