/** The world as tables: flows, announcements, laws, sites. The same as the map, for those who can't or don't use it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { mapModel } from '../../scenes/map-model.ts';
import { Button } from '../components/button.tsx';
import { listView } from '../match/layout.ts';
import { placesOf } from '../match/map-state.ts';
import { PickedCard } from '../match/picked-card.tsx';
import { useSession } from '../match/session.ts';
import { Flows, Laws, Sites } from '../match/world-tables.tsx';
import { t } from '../text.ts';
import { ruleset } from '../world.ts';

export function ListView() {
  const session = useSession();
  const view = session.client.view.value?.view;
  const world = ruleset.value;
  const head = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => head.current?.focus(), []);
  if (view === undefined || world === null) return null;
  const { state } = view;
  const draftPlaces = placesOf(session.check.value?.orders ?? [], world);
  const { nodes, arcs, barriers } = mapModel(world, view, { draftPlaces });
  return (
    <div class="list-view" data-testid="list-view">
      <header class="row-between">
        <h2 ref={head} tabIndex={-1}>
          {t('ui.list.title')}
        </h2>
        <Button
          icon="map"
          keys="L"
          onPress={() => {
            listView.value = false;
          }}
        >
          {t('ui.map')}
        </Button>
      </header>
      <div class="scroll-x" tabIndex={0}>
        <Flows arcs={arcs} barriers={barriers} world={world} state={state} />
      </div>
      <div class="scroll-x" tabIndex={0}>
        <Laws state={state} announced />
      </div>
      <div class="scroll-x" tabIndex={0}>
        <Laws state={state} announced={false} />
      </div>
      <div class="scroll-x" tabIndex={0}>
        <Sites nodes={nodes} world={world} />
      </div>
      <PickedCard />
    </div>
  );
}
