/** Shape of files: kebab-case names, and a length that one can read. */

export const MOST_LINES = 400;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SUFFIXES = /(\.(test|config|d|worker|bench|schema))?\.[a-z0-9]+$/;

/** What is wrong with the shape of a file, or nothing. */
export function shapeFaults(path: string, text: string): string[] {
  const parts = path.split('/');
  const name = (parts.pop() ?? '').replace(SUFFIXES, '');
  const faults = [...parts, name].filter((part) => !KEBAB.test(part)).map((part) => `${path} "${part}" is not kebab-case`);
  const lines = text.trimEnd().split('\n').length;
  return lines > MOST_LINES ? [...faults, `${path} has ${lines} lines, more than ${MOST_LINES}`] : faults;
}
