/** The map of the game with a given model, as the client mounts it. */
import type { MapModel } from '#client/map/types.ts';
import { mountMap } from '#client/scenes/map-view.ts';
import type { MessageRef } from '#shared/state/ledger.ts';
import { measure } from './page-result.ts';

interface Given {
  readonly model: MapModel;
  readonly words: Readonly<Record<string, string>>;
}

const host = document.getElementById('map') as HTMLElement;
const { model, words } = (await (await fetch('../../../model.json')).json()) as Given;
const label = ({ id, params }: MessageRef): string => words[id] ?? Object.values(params).map(String).join(' ');
const map = await mountMap(host, { label, reducedMotion: false });
map.update(model);
await measure(host.querySelector('canvas') as HTMLCanvasElement, () => {
  const { nodes, arcs, barriers, labels, callouts, arrows } = map.describe();
  const all = nodes.length + arcs.length + 2 * barriers.length + labels.length + callouts.length + arrows;
  return { all, moving: arrows };
});
map.destroy();
