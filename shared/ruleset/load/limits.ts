/** Bounds of a mod, so that a folder can neither exhaust a server nor hide code. */

export const LIMITS = {
  fileBytes: 512 * 1024,
  mediaBytes: 4 * 1024 * 1024,
  modBytes: 32 * 1024 * 1024,
  files: 2000,
  entries: 5000,
  patches: 5000,
  depth: 24,
  textLength: 8000,
  diagnostics: 500,
} as const;

const DATA = /\.jsonc?$/i;
const MEDIA = /\.(png|jpe?g|webp|ogg|mp3|woff2)$/i;
const WORDS = /(\.(md|txt)|(^|\/)(LICENSE|LICENCE|NOTICE))$/i;

export type FileUse = 'data' | 'media' | 'words' | 'forbidden';

/** What a file of a mod is for, judged by its name. */
export function useOf(path: string): FileUse {
  if (path.split('/').some((part) => part.startsWith('.'))) return 'forbidden';
  if (DATA.test(path)) return 'data';
  if (MEDIA.test(path)) return 'media';
  return WORDS.test(path) ? 'words' : 'forbidden';
}

/** A path inside the folder: relative, forward slashes, no step up, no drive. */
export function isInside(path: string): boolean {
  return path !== '' && !/[\\:\0]/.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
