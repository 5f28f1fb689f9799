/** Icons of the map as paths on a 24 × 24 field, read from lucide's markup. */
import anchor from 'lucide-static/icons/anchor.svg?raw';
import aperture from 'lucide-static/icons/aperture.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import cpu from 'lucide-static/icons/cpu.svg?raw';
import factory from 'lucide-static/icons/factory.svg?raw';
import landmark from 'lucide-static/icons/landmark.svg?raw';
import memory from 'lucide-static/icons/memory-stick.svg?raw';
import packageBox from 'lucide-static/icons/package.svg?raw';
import server from 'lucide-static/icons/server.svg?raw';
import shield from 'lucide-static/icons/shield-alert.svg?raw';
import users from 'lucide-static/icons/users.svg?raw';
import zapOff from 'lucide-static/icons/zap-off.svg?raw';
import type { MapNode } from './types.ts';

export type MapIcon = MapNode['kind'] | 'building' | 'shut' | 'clock' | 'seizure';

const MARKUP: Readonly<Record<MapIcon, string>> = {
  government: landmark,
  lab: server,
  chipmaker: cpu,
  foundry: cpu,
  lithography: aperture,
  memory,
  packaging: packageBox,
  hub: anchor,
  port: anchor,
  datacentre: server,
  demand: users,
  building: factory,
  shut: zapOff,
  clock,
  seizure: shield,
};

const paths = new Map<MapIcon, Path2D>();

export function iconPath(icon: MapIcon): Path2D {
  const known = paths.get(icon);
  if (known) return known;
  const path = parse(MARKUP[icon]);
  paths.set(icon, path);
  return path;
}

/** Lucide uses paths, rectangles, circles and straight lines only. */
function parse(markup: string): Path2D {
  const path = new Path2D();
  for (const [, tag = '', text = ''] of markup.matchAll(/<(path|rect|circle|line|polyline)\s([^>]*?)\/>/g)) {
    const value = (name: string): string => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1] ?? '';
    const number = (name: string): number => Number(value(name)) || 0;
    const part = new Path2D(tag === 'path' ? value('d') : undefined);
    if (tag === 'rect') part.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
    if (tag === 'circle') part.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
    if (tag === 'line') {
      part.moveTo(number('x1'), number('y1'));
      part.lineTo(number('x2'), number('y2'));
    }
    if (tag === 'polyline') polyline(part, value('points'));
    path.addPath(part);
  }
  return path;
}

function polyline(path: Path2D, points: string): void {
  const numbers = points
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  for (let i = 0; i + 1 < numbers.length; i += 2) path.lineTo(numbers[i] as number, numbers[i + 1] as number);
}
