/** Short forms that all order files use: rejections, options of forms and zod pieces. */
import { z } from 'zod';
import type { MessageRef } from '../../state/ledger.ts';
import { idSchema } from '../../util/ids.ts';
import type { Option, Rejection } from '../order-kind.ts';

/** A rejection by message id, with the field to mend where there is one. */
export const no = (id: string, params: Record<string, string | number> = {}, field?: string): Rejection => ({
  id,
  params,
  ...(field === undefined ? {} : { field }),
});

/** A sentence by message id. */
export const say = (id: string, params: Record<string, string | number> = {}): MessageRef => ({ id, params });

/** Options that read by the names of content. */
export const named = (ids: readonly string[]): Option[] =>
  ids.map((id) => ({ value: id, label: { id: 'word.named', params: { name: id } } }));
/** Options that read by words of the locale. */
export const worded = (words: readonly string[], key: (word: string) => string): Option[] =>
  words.map((word) => ({ value: word, label: { id: key(word), params: {} } }));

export const idField = idSchema;
export const countField = (max: number): z.ZodInt => z.int().min(1).max(max);
