/** Reads the drawn map back as data, in coordinates of the host. */
import type { Renderer } from 'phaser';
import type { Box } from '../map/boxes.ts';
import { pointAt } from '../map/curve.ts';
import type { SceneDescription } from '../map/description.ts';
import type { MapLayout } from '../map/layout.ts';
import type { Spot } from '../map/paint/spots.ts';
import { isDenied } from '../map/ribbon.ts';
import type { MapMode } from '../map/types.ts';
import type { Size, ViewWindow } from '../map/view-window.ts';

interface Drawn {
  readonly layout: MapLayout;
  readonly view: ViewWindow;
  readonly size: Size;
  readonly mode: MapMode;
  readonly focus: string | null;
  readonly lit: ReadonlySet<string> | null;
  readonly spots: readonly Spot[];
  readonly arrows: number;
  readonly motion: Pick<SceneDescription, 'flowPx' | 'jaws'>;
  readonly renderer: Renderer.Canvas.CanvasRenderer | Renderer.WebGL.WebGLRenderer;
}

export function describeScene({
  layout,
  view,
  size,
  mode,
  focus,
  lit,
  spots,
  arrows,
  motion,
  renderer,
}: Drawn): SceneDescription {
  const onHost = (box: Box): Box => ({ ...box, x: box.x - view.x, y: box.y - view.y });
  const labelled = new Set(layout.labels.map(({ id }) => id));
  return {
    renderer: 'gl' in renderer ? 'webgl' : 'canvas',
    mode,
    scale: view.scale,
    ...size,
    focus,
    nodes: layout.seals.map(({ node, x, y, radius, minor, anchor }) => ({
      id: node.id,
      x: x - view.x,
      y: y - view.y,
      radius,
      state: node.state,
      you: node.you,
      minor,
      moved: anchor !== null,
      labelShown: labelled.has(node.id),
    })),
    arcs: layout.ribbons.map((ribbon) => ({
      id: ribbon.arc.id,
      kind: ribbon.arc.kind,
      state: ribbon.arc.state,
      widthPx: ribbon.fullPx,
      throughPx: ribbon.throughPx,
      hatched: isDenied(ribbon),
      dimmed: lit !== null && !lit.has(ribbon.arc.id),
    })),
    barriers: layout.ribbons.flatMap(({ barrier, jawsAlong, curve }) => {
      if (!barrier || jawsAlong === null) return [];
      const { x, y } = pointAt(curve, jawsAlong);
      return [{ id: barrier.id, state: barrier.state, x: x - view.x, y: y - view.y, sharePermille: barrier.sharePermille }];
    }),
    labels: layout.labels.map(({ id, lines, box }) => ({ id, text: lines.join(' '), box: onHost(box) })),
    hidden: layout.hidden,
    callouts: layout.callouts.map(({ law, title, text, box }) => ({
      law: law.id,
      state: law.state,
      title,
      text,
      box: onHost(box),
    })),
    pointers: layout.pointers.map(({ site, box }) => ({ site, box: onHost(box) })),
    spots: spots.map(({ number, lines, mark, current }) => ({
      number,
      text: lines.join(' '),
      x: mark[0] - view.x,
      y: mark[1] - view.y,
      current,
    })),
    arrows,
    ...motion,
  };
}
