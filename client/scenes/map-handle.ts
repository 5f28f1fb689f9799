/** What the rest of the client may do with the map. It knows nothing of Phaser. */

import type { Entry, MessageRef } from '#shared/state/ledger.ts';
import type { Box } from '../map/boxes.ts';
import type { SceneDescription } from '../map/description.ts';
import type { Direction } from '../map/nearest.ts';
import type { MapLayer, MapMode, MapModel } from '../map/types.ts';

export interface MapOptions {
  /** Text of a message in the chosen language. */
  readonly label: (ref: MessageRef) => string;
  readonly reducedMotion: boolean;
  /** Parts of the host that panels cover, CSS pixels; callouts and marks keep out of them. */
  readonly covered?: () => readonly Box[];
}

export interface MapHandle {
  update(model: MapModel): void;
  setMode(mode: MapMode): void;
  /** What is drawn; at first chips, memory and tools. Own power always shows. */
  setLayers(layers: readonly MapLayer[]): void;
  /** Puts the ring on a site or actor and brings it on screen. */
  focus(id: string | null): void;
  onSelect(handler: (id: string) => void): void;
  onFocus(handler: (id: string | null) => void): void;
  /** Shows the places of an event; resolves when its time is over, at once under reduced motion. */
  play(entry: Entry, number: number): Promise<void>;
  /** Takes the marks of the report away. */
  clearPlay(): void;
  zoom(step: 1 | -1): void;
  /** Moves the ring to the nearest seal in a direction; returns what has it now. */
  moveFocus(direction: Direction): string | null;
  /** Reads all words anew, after the language or its fonts changed. */
  refresh(): void;
  describe(): SceneDescription;
  destroy(): void;
}
