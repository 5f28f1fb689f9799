/** How a model is put out: its weights for all, an interface at a price, or both. */
export const WAYS = ['open', 'api', 'both'] as const;
