/** Ids and seeds of matches of this browser, drawn as a server draws its own. */
const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const drawn = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));

export const newSeed = (): string => hexOf(drawn(16));
export const newPerson = (): string => hexOf(drawn(12));
export const newMatchId = (): string =>
  btoa(String.fromCharCode(...drawn(12)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
