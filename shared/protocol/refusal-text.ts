/** A refusal as the text of an error, for where a transport carries nothing else. */
import type { MessageRef } from '../state/ledger.ts';

export const refusalText = (refusal: MessageRef): string => JSON.stringify(refusal);

/** Null for any other text. */
export function readRefusal(text: string): MessageRef | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('id' in read) || !('params' in read)) return null;
    const { id, params } = read;
    if (typeof id !== 'string' || typeof params !== 'object' || params === null) return null;
    const plain = Object.entries(params).filter(([, value]) => typeof value === 'string' || typeof value === 'number');
    return { id, params: Object.fromEntries(plain) };
  } catch {
    return null;
  }
}
