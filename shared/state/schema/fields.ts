/** Fields that all parts of the state are made of. */
import { z } from 'zod';

export const count = z.int().min(0);
/** Number of a turn, from 0. */
export const turnNumber = z.int().min(0);
export const byId = <T extends z.ZodType>(value: T) => z.record(z.string(), value);
