/** Secrets and names that are drawn: tokens of people, ids and codes of matches, seeds. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

/** Letters and digits that can't be mistaken for each other. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;
export const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;
export const MATCH_ID_PATTERN = /^[A-Za-z0-9_-]{16}$/;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const newMatchId = (): string => randomBytes(12).toString('base64url');
export const newSeed = (): string => randomBytes(16).toString('hex');

export function newCode(): string {
  let code = '';
  while (code.length < CODE_LENGTH) code += CODE_LETTERS[randomInt(CODE_LETTERS.length)];
  return code;
}

/** Id of the person who holds a token; the token itself is never stored. */
export function personOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 24);
}
