/** What is drawn where, in words of data: for tests and for whoever cannot look. Coordinates are CSS pixels of the host. */
import type { Box } from './boxes.ts';
import type { BarrierState, MapArc, MapMode, MapNode } from './types.ts';

export interface SceneDescription {
  readonly renderer: 'webgl' | 'canvas';
  readonly mode: MapMode;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly focus: string | null;
  readonly nodes: readonly {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly state: MapNode['state'];
    readonly you: boolean;
    /** Drawn as a dot for want of zoom. */
    readonly minor: boolean;
    readonly moved: boolean;
    readonly labelShown: boolean;
  }[];
  readonly arcs: readonly {
    readonly id: string;
    readonly kind: MapArc['kind'];
    readonly state: MapArc['state'];
    /** Width of the whole ribbon and of what is left of it behind the jaws. */
    readonly widthPx: number;
    readonly throughPx: number;
    readonly hatched: boolean;
    readonly dimmed: boolean;
  }[];
  readonly barriers: readonly {
    readonly id: string;
    readonly state: BarrierState;
    readonly x: number;
    readonly y: number;
    readonly sharePermille: number;
  }[];
  readonly labels: readonly { readonly id: string; readonly text: string; readonly box: Box }[];
  readonly hidden: readonly string[];
  readonly callouts: readonly {
    readonly law: string;
    readonly state: BarrierState;
    readonly title: string;
    readonly text: string;
    readonly box: Box;
  }[];
  readonly pointers: readonly { readonly site: string; readonly box: Box }[];
  readonly spots: readonly {
    readonly number: number;
    readonly text: string;
    readonly x: number;
    readonly y: number;
    readonly current: boolean;
  }[];
  readonly arrows: number;
  /** How far arrows have come on their way to the place of the next. */
  readonly flowPx: number;
  /** Distance of the jaws from the middle of their flow at this moment, by route. */
  readonly jaws: readonly { readonly id: string; readonly gapPx: number }[];
}
