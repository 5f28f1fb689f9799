/** Turns pointer, wheel and pinch into pans, zooms, taps and hovers of the map, in CSS pixels of the host. */

export interface GestureHandlers {
  pan(dx: number, dy: number): void;
  zoom(factor: number, at: readonly [number, number]): void;
  /** A pan or zoom has come to rest. */
  settle(): void;
  tap(x: number, y: number): void;
  /** Pointer over the map, or null when it left. */
  hover(at: readonly [number, number] | null): void;
}

const TAP_PX = 6;
const WHEEL_SETTLE_MS = 140;
const WHEEL_FACTOR = 0.0016;

/** Listens on an element; returns what ends it. */
export function listenToGestures(host: HTMLElement, handlers: GestureHandlers): () => void {
  const pointers = new Map<number, readonly [number, number]>();
  let moved = 0;
  let wheelTimer = 0;
  const end = new AbortController();
  const at = (event: MouseEvent): readonly [number, number] => {
    const { left, top } = host.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const on = <K extends keyof HTMLElementEventMap>(type: K, handle: (event: HTMLElementEventMap[K]) => void): void =>
    host.addEventListener(type, handle, { signal: end.signal, passive: false });

  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    host.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, at(event));
    if (pointers.size === 1) moved = 0;
    else moved = TAP_PX + 1;
  });
  on('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    const now = at(event);
    if (!before) return handlers.hover(now);
    moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    pointers.set(event.pointerId, now);
    if (!other) {
      if (moved > TAP_PX) handlers.pan(now[0] - before[0], now[1] - before[1]);
      return;
    }
    const spread = (point: readonly [number, number]): number =>
      Math.max(8, Math.hypot(point[0] - other[0], point[1] - other[1]));
    handlers.pan((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
    handlers.zoom(spread(now) / spread(before), [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
  });
  const release = (event: PointerEvent): void => {
    const point = pointers.get(event.pointerId);
    if (!point) return;
    pointers.delete(event.pointerId);
    if (pointers.size > 0) return;
    if (moved <= TAP_PX && event.type === 'pointerup') handlers.tap(...point);
    else handlers.settle();
  };
  on('pointerup', release);
  on('pointercancel', release);
  on('pointerleave', () => handlers.hover(null));
  on('wheel', (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 16 : 1;
    handlers.zoom(Math.exp(-event.deltaY * lines * WHEEL_FACTOR), at(event));
    window.clearTimeout(wheelTimer);
    wheelTimer = window.setTimeout(handlers.settle, WHEEL_SETTLE_MS);
  });
  return () => {
    end.abort();
    window.clearTimeout(wheelTimer);
  };
}
