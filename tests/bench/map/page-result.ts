/** What a page of the bench leaves for the one who measures, and how it measures. */
export interface Shapes {
  /** Pictures, lines and texts that are shown. */
  readonly all: number;
  /** Those of them that move in every frame. */
  readonly moving: number;
}

export interface PageResult {
  /** From the start of the navigation to the end of the first frame in which everything is drawn, milliseconds. */
  readonly firstFrameMs: number;
  /** Median time of a frame afterwards, milliseconds. */
  readonly frameMs: number;
  readonly shapes: Shapes;
}

const FRAMES = 40;

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Reads a point of the drawing back, which waits until all of it is drawn. */
function drawn(canvas: HTMLCanvasElement, probe: CanvasRenderingContext2D): void {
  probe.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1);
  probe.getImageData(0, 0, 1, 1);
}

/** Called when everything has been handed to the renderer; resolves with the times. */
export async function measure(canvas: HTMLCanvasElement, shapes: () => Shapes): Promise<void> {
  const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (probe === null) throw new Error('no canvas to read into');
  await nextFrame();
  await nextFrame();
  drawn(canvas, probe);
  const firstFrameMs = performance.now();
  const times: number[] = [];
  await nextFrame();
  let last = performance.now();
  for (let frame = 0; frame < FRAMES; frame += 1) {
    await nextFrame();
    drawn(canvas, probe);
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  times.sort((a, b) => a - b);
  const result: PageResult = { firstFrameMs, frameMs: times[FRAMES / 2] ?? 0, shapes: shapes() };
  Object.assign(globalThis, { benchResult: result });
}
