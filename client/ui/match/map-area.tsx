/** The map's place on the page, with its layers and zoom. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { mapModel } from '../../scenes/map-model.ts';
import { Button } from '../components/button.tsx';
import { t } from '../text.ts';
import { ruleset } from '../world.ts';
import { layout, listView } from './layout.ts';
import { MapLegend } from './map-legend.tsx';
import { LAYERS, layersShown, map, mapFailed, placesOf, showMapIn, shownSoon, toggleLayer } from './map-state.ts';
import { PickedCard } from './picked-card.tsx';
import { useSession } from './session.ts';

/** Draws what the seat knows, with what its draft touches. */
function useMapModel(): void {
  const session = useSession();
  const world = ruleset.value;
  const view = session.client.view.value?.view;
  const drafted = session.check.value?.orders;
  const places = world === null || drafted === undefined ? [] : placesOf(drafted, world);
  const key = places.join();
  useEffect(() => {
    if (map.value !== null && world !== null && view !== undefined)
      map.value.update(mapModel(world, view, { draftPlaces: places }));
    if (map.value !== null && view !== undefined) shownSoon();
  }, [map.value, world, view, key]);
}

/** Which layers are drawn; behind one button where the map is small. */
function LayerRow() {
  const open = useSignal(false);
  const small = layout.value === 'phone' || layout.value === 'tablet';
  return (
    <div class="layers" data-over-map>
      {small && (
        <Button
          icon="layers"
          testId="layers-toggle"
          pressed={open.value}
          {...(layout.value === 'phone' ? { label: t('ui.layers') } : {})}
          onPress={() => {
            open.value = !open.value;
          }}
        >
          {layout.value === 'phone' ? null : t('ui.layers')}
        </Button>
      )}
      {(!small || open.value) && (
        <fieldset class="layer-row" aria-label={t('ui.layers')}>
          {LAYERS.map((layer) => (
            <button key={layer} type="button" aria-pressed={layersShown.value.has(layer)} onClick={() => toggleLayer(layer)}>
              {t(`ui.layer.${layer}`)}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

export function MapArea({ mode = 'day' }: { mode?: 'day' | 'night' }) {
  const place = useRef<HTMLDivElement>(null);
  const small = layout.value === 'phone' || layout.value === 'tablet';
  useMapModel();
  useEffect(() => (place.current === null ? undefined : showMapIn(place.current)), []);
  useEffect(() => {
    map.value?.setMode(mode);
    if (mode === 'day') map.value?.clearPlay();
  }, [mode, map.value]);
  return (
    <div class={`map-area map-${mode}`} ref={place}>
      {mapFailed.value && <p class="map-failed">{t('ui.map.failed')}</p>}
      {mode === 'day' && (
        <div class="map-tools">
          <LayerRow />
          <div data-over-map>
            <Button
              icon="list"
              {...(small ? {} : { keys: 'L' })}
              {...(layout.value === 'phone' ? { label: t('ui.list') } : {})}
              testId="list-toggle"
              onPress={() => {
                listView.value = true;
              }}
            >
              {layout.value === 'phone' ? null : t('ui.list')}
            </Button>
          </div>
        </div>
      )}
      {mode === 'day' && <MapLegend />}
      {mode === 'day' && <PickedCard />}
      <div class="map-zoom" data-over-map>
        <Button icon="minus" label={t('ui.map.out')} onPress={() => map.value?.zoom(-1)} />
        <Button icon="plus" label={t('ui.map.in')} onPress={() => map.value?.zoom(1)} />
      </div>
    </div>
  );
}
