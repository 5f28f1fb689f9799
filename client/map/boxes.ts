/** Rectangles on the sheet, in CSS pixels. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

export function holds(box: Box, x: number, y: number): boolean {
  return x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;
}

/** The square around a point. */
export function around(x: number, y: number, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

/** A coarse grid of boxes, so that asking what lies near does not ask everything. */
export class BoxIndex {
  private readonly cells = new Map<string, Box[]>();
  private readonly cellPx = 64;

  add(box: Box): void {
    for (const key of this.keys(box, 0)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** How many boxes the box touches, counting one that spans cells more than once; 0 is free. */
  hits(box: Box, gap = 0): number {
    let count = 0;
    for (const key of this.keys(box, gap)) {
      for (const other of this.cells.get(key) ?? []) if (overlaps(box, other, gap)) count++;
    }
    return count;
  }

  private *keys(box: Box, gap: number): Iterable<string> {
    const cell = (value: number): number => Math.floor(value / this.cellPx);
    for (let x = cell(box.x - gap); x <= cell(box.x + box.width + gap); x++) {
      for (let y = cell(box.y - gap); y <= cell(box.y + box.height + gap); y++) yield `${x},${y}`;
    }
  }
}
