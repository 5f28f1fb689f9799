/**
 * The map's projection: Pacific-centred and bent so that East Asia gets the room that it needs. Pixels per degree follow
 * a smoothstep between knots and are integrated exactly, so the map is monotonic in both directions and never folds.
 */
import { type GeoProjection, geoProjection } from 'd3-geo';

/** A place in map pixels at zoom 1; x grows to the east from the western edge, y to the south from the northern edge. */
export type MapPoint = readonly [x: number, y: number];

/** Pixels per degree at a degree. */
type Knot = readonly [degree: number, pixelsPerDegree: number];

/** Longitude of the left edge; the map runs once round from here. */
export const WEST_EDGE_LON = -30;
const CENTRE_LON = 150;

const LON_KNOTS: readonly Knot[] = [
  [-30, 1],
  [-16, 1.4],
  [-7, 3.2],
  [24, 3.2],
  [38, 2.3],
  [86, 2.4],
  [97, 5],
  [107, 8.4],
  [129, 8.4],
  [140, 5.2],
  [150, 1.8],
  [162, 1.15],
  [212, 1.15],
  [226, 2.2],
  [234, 4.7],
  [282, 4.7],
  [292, 2.6],
  [305, 1.3],
  [330, 1.1],
];
const LAT_KNOTS: readonly Knot[] = [
  [-58, 2.2],
  [-40, 2.4],
  [-14, 3.4],
  [0, 5],
  [14, 8.6],
  [42, 9.4],
  [54, 7.4],
  [66, 4.2],
  [84, 1.5],
];

interface Segment {
  readonly fromDegree: number;
  readonly degrees: number;
  readonly fromRate: number;
  readonly rateChange: number;
  readonly fromPixel: number;
  readonly pixels: number;
}

/** One axis: degrees to pixels and back. */
class Axis {
  readonly length: number;
  private readonly segments: readonly Segment[];

  constructor(knots: readonly Knot[]) {
    const segments: Segment[] = [];
    let fromPixel = 0;
    for (let i = 0; i + 1 < knots.length; i++) {
      const [fromDegree, fromRate] = knots[i] as Knot;
      const [toDegree, toRate] = knots[i + 1] as Knot;
      const degrees = toDegree - fromDegree;
      const rateChange = toRate - fromRate;
      const pixels = degrees * (fromRate + rateChange / 2);
      segments.push({ fromDegree, degrees, fromRate, rateChange, fromPixel, pixels });
      fromPixel += pixels;
    }
    this.segments = segments;
    this.length = fromPixel;
  }

  /** Pixels from the axis' start; beyond the knots the scale of the nearest knot goes on. */
  toPixel(degree: number): number {
    const first = this.segments[0] as Segment;
    if (degree < first.fromDegree) return (degree - first.fromDegree) * first.fromRate;
    const segment = this.segments.findLast((s) => degree >= s.fromDegree) ?? first;
    const t = (degree - segment.fromDegree) / segment.degrees;
    if (t > 1) return segment.fromPixel + segment.pixels + (t - 1) * segment.degrees * (segment.fromRate + segment.rateChange);
    return segment.fromPixel + within(segment, t);
  }

  toDegree(pixel: number): number {
    const first = this.segments[0] as Segment;
    if (pixel < 0) return first.fromDegree + pixel / first.fromRate;
    const segment = this.segments.findLast((s) => pixel >= s.fromPixel) ?? first;
    const wanted = pixel - segment.fromPixel;
    const over = wanted - segment.pixels;
    if (over > 0) return segment.fromDegree + segment.degrees + over / (segment.fromRate + segment.rateChange);
    let low = 0;
    let high = 1;
    for (let i = 0; i < 48; i++) {
      const middle = (low + high) / 2;
      if (within(segment, middle) < wanted) low = middle;
      else high = middle;
    }
    return segment.fromDegree + ((low + high) / 2) * segment.degrees;
  }
}

/** Integral of the smoothstep 3t²−2t³ between two rates, in pixels. */
function within(segment: Segment, t: number): number {
  return segment.degrees * (segment.fromRate * t + segment.rateChange * (t * t * t - (t * t * t * t) / 2));
}

const LON_AXIS = new Axis(LON_KNOTS);
const LAT_AXIS = new Axis(LAT_KNOTS);

/** Size of the whole world at zoom 1, in CSS pixels. */
export const WORLD = { width: LON_AXIS.length, height: LAT_AXIS.length } as const;

/** Longitude as the map counts it, from its western edge on: −30 to 330. */
export function mapLongitude(lon: number): number {
  const turned = (lon - WEST_EDGE_LON) % 360;
  return WEST_EDGE_LON + (turned < 0 ? turned + 360 : turned);
}

export function project(lon: number, lat: number): MapPoint {
  return [LON_AXIS.toPixel(mapLongitude(lon)), WORLD.height - LAT_AXIS.toPixel(lat)];
}

/** Longitude (−180 to 180) and latitude of a place on the map. */
export function unproject(x: number, y: number): readonly [lon: number, lat: number] {
  const lon = LON_AXIS.toDegree(x);
  return [lon > 180 ? lon - 360 : lon, LAT_AXIS.toDegree(WORLD.height - y)];
}

const DEGREE = Math.PI / 180;

/** The same map as a d3 projection, which cuts shapes where they cross the map's edge. */
export function atlasProjection(): GeoProjection {
  const raw = Object.assign(
    (lambda: number, phi: number): [number, number] => [
      LON_AXIS.toPixel(lambda / DEGREE + CENTRE_LON),
      LAT_AXIS.toPixel(phi / DEGREE),
    ],
    {
      invert: (x: number, y: number): [number, number] => [
        (LON_AXIS.toDegree(x) - CENTRE_LON) * DEGREE,
        LAT_AXIS.toDegree(y) * DEGREE,
      ],
    },
  );
  return geoProjection(raw)
    .rotate([-CENTRE_LON, 0])
    .scale(1)
    .translate([...project(CENTRE_LON, 0)])
    .precision(0);
}
