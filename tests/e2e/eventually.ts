/** What is on screen follows a key press by a frame or more: a reading is taken again until it holds or the time is up. */
import { expect } from 'vitest';

/** A loaded machine takes a while; a reading that holds at once costs nothing. */
const PATIENCE_MS = 20_000;

/** `expect` for something read from a page: reads again until the matcher holds, and fails with the last reading. */
export const eventually = <T>(read: () => T | Promise<T>): ReturnType<typeof expect.poll> =>
  expect.poll(read, { timeout: PATIENCE_MS });
