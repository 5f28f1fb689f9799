/** Dashed lines from the chosen technology to those on other lines that need it, laid between the columns. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const BEND = 9;
/** From the corner of the chosen stop to the gap between the rows. */
const DROP = 2;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** From below a stop along the rows' gap to the left edge of another, then to its sign; corners are rounded. */
function path(from: Box, to: Box, signLeft: number, signY: number): string {
  const down = to.top >= from.bottom - DROP;
  const startY = down ? from.bottom - DROP : from.top + DROP;
  const startX = to.left >= from.right ? from.right : (from.left + from.right) / 2;
  const gapX = to.left + 1;
  const along = Math.sign(gapX - startX) || 1;
  const rise = down ? 1 : -1;
  const bend = Math.min(BEND, Math.abs(gapX - startX) / 2);
  return [
    `M${startX} ${startY}`,
    `H${gapX - along * bend}`,
    `q${along * bend} 0 ${along * bend} ${rise * bend}`,
    `V${signY - rise * BEND}`,
    `q0 ${rise * BEND} ${BEND} ${rise * BEND}`,
    `H${signLeft - 2}`,
  ].join('');
}

/** Stands in the scrolled plane of the lines, over their stops. */
export function TechLinks({ from, to }: { from: string; to: readonly string[] }) {
  const plane = useRef<SVGSVGElement>(null);
  const [lines, setLines] = useState<string[]>([]);
  const ends = to.join(' ');
  useLayoutEffect(() => {
    const parent = plane.current?.parentElement;
    if (!parent) return;
    const measure = (): void => {
      const ground = parent.getBoundingClientRect();
      const boxOf = (element: Element): Box => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        return { left: left - ground.left, right: right - ground.left, top: top - ground.top, bottom: bottom - ground.top };
      };
      const stopOf = (tech: string): Element | null => parent.querySelector(`[data-testid="tech-${tech}"]`);
      const start = stopOf(from);
      const found: string[] = [];
      for (const tech of to) {
        const stop = stopOf(tech);
        const sign = stop?.querySelector('.tech-sign circle');
        if (start === null || stop === null || !sign) continue;
        const box = boxOf(stop);
        const own = boxOf(start);
        if (Math.abs(box.top - own.top) < 1) continue;
        const mark = boxOf(sign);
        found.push(path(own, box, mark.left, (mark.top + mark.bottom) / 2));
      }
      setLines(found);
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(parent);
    return () => watch.disconnect();
  }, [from, ends]);
  return (
    <svg ref={plane} class="tech-links" aria-hidden="true">
      <defs>
        <marker id="tech-link-end" viewBox="0 0 8 8" refX="6" refY="4" markerWidth="5" markerHeight="5" orient="auto">
          <path class="tech-link-end" d="M1 1l5 3-5 3" />
        </marker>
      </defs>
      {lines.map((line) => (
        <path key={line} class="tech-link" d={line} marker-end="url(#tech-link-end)" />
      ))}
    </svg>
  );
}
