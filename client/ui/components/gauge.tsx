/** A half-round gauge from 0 to 100 with a needle, a tick at last turn's value, the number and an arrow for the change. */
import { blocColours } from '../world.ts';

const RADIUS = 26;
const CENTRE = 32;

function at(value: number, radius: number): [number, number] {
  const angle = Math.PI * (1 - Math.min(100, Math.max(0, value)) / 100);
  return [CENTRE + radius * Math.cos(angle), CENTRE - radius * Math.sin(angle)];
}

function arc(from: number, to: number): string {
  const [x1, y1] = at(from, RADIUS);
  const [x2, y2] = at(to, RADIUS);
  return `M${x1} ${y1}A${RADIUS} ${RADIUS} 0 0 1 ${x2} ${y2}`;
}

export function Gauge({ value, before, bloc, size = 64 }: { value: number; before: number; bloc: string | null; size?: number }) {
  const [nx, ny] = at(value, 20);
  const [t1x, t1y] = at(before, 22);
  const [t2x, t2y] = at(before, 30);
  return (
    <svg class="gauge" width={size} height={size * 0.57} viewBox="0 0 64 36" style={blocColours(bloc)} aria-hidden="true">
      <path d={arc(0, 100)} class="gauge-rest" />
      <path d={arc(0, Math.max(1, value))} class="gauge-value" />
      <path d={`M${t1x} ${t1y}L${t2x} ${t2y}`} class="gauge-tick" />
      <path d={`M${CENTRE} ${CENTRE}L${nx} ${ny}`} class="gauge-needle" />
      <circle cx={CENTRE} cy={CENTRE} r="3.4" class="gauge-hub" />
    </svg>
  );
}
