/** Why a command was refused: a message id with parameters. Refusals change nothing. */
import type { MessageRef } from '../state/ledger.ts';

export interface Refused {
  readonly rejection: MessageRef;
}

export function refuse(id: string, params: MessageRef['params'] = {}): Refused {
  return { rejection: { id: `reject.${id}`, params } };
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'rejection' in value;
}
