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
  private readonly cells = new Map<number, Box[]>();

  add(box: Box): void {
    const [left, right, top, bottom] = cellsOf(box, 0);
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const cell = this.cells.get(x * ROW + y);
        if (cell) cell.push(box);
        else this.cells.set(x * ROW + y, [box]);
      }
    }
  }

  /** True where the box touches nothing. */
  isFree(box: Box, gap = 0): boolean {
    return this.count(box, gap, 1) === 0;
  }

  /** How many boxes the box touches, counting one that spans cells more than once. */
  hits(box: Box): number {
    return this.count(box, 0, Number.POSITIVE_INFINITY);
  }

  private count(box: Box, gap: number, enough: number): number {
    const [left, right, top, bottom] = cellsOf(box, gap);
    let count = 0;
    for (let x = left; x <= right; x++) {
      for (let y = top; y <= bottom; y++) {
        const cell = this.cells.get(x * ROW + y);
        if (!cell) continue;
        for (const other of cell) if (overlaps(box, other, gap) && ++count >= enough) return count;
      }
    }
    return count;
  }
}

const CELL_PX = 48;
const ROW = 65_536;

function cellsOf(box: Box, gap: number): readonly [left: number, right: number, top: number, bottom: number] {
  return [
    Math.floor((box.x - gap) / CELL_PX),
    Math.floor((box.x + box.width + gap) / CELL_PX),
    Math.floor((box.y - gap) / CELL_PX),
    Math.floor((box.y + box.height + gap) / CELL_PX),
  ];
}
