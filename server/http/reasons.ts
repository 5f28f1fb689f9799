/** Refusals of the server's outer wall: size, pace, form. */
import type { ZodError } from 'zod';
import type { MessageRef } from '#shared/state/ledger.ts';

export const TOO_FAST: MessageRef = { id: 'reject.too-fast', params: {} };
export const TOO_LARGE: MessageRef = { id: 'reject.too-large', params: {} };
export const FORBIDDEN_ORIGIN: MessageRef = { id: 'reject.origin', params: {} };
export const NOT_FOUND: MessageRef = { id: 'reject.not-found', params: {} };
export const FAULT: MessageRef = { id: 'reject.fault', params: {} };

/** Names the first field at fault; never echoes what was sent. */
export function malformed(error: ZodError): MessageRef {
  const path = error.issues[0]?.path.map(String).join('.') ?? '';
  return { id: 'reject.malformed', params: { path: path.slice(0, 80) } };
}
