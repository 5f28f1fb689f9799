/** The legend of the map: width, jaws, hatching, ticks and dashes, and the seal of each bloc. Folded where the map is small. */
import { signal } from '@preact/signals';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { name, t } from '../text.ts';
import { blocColours, blocOf, blocsOf } from '../world.ts';
import { layout, picked } from './layout.ts';
import { useSession } from './session.ts';

const KEY = 'chokepoint:legend';
const roomy = (): boolean => layout.value === 'wide' && (globalThis.innerHeight ?? 0) >= 760;
/** Open or folded by the player's choice; null until they chose. */
const chosen = signal<boolean | null>({ yes: true, no: false }[globalThis.localStorage?.getItem(KEY) ?? ''] ?? null);

function choose(open: boolean): void {
  localStorage.setItem(KEY, open ? 'yes' : 'no');
  chosen.value = open;
}

const SHAPES: Readonly<Record<string, string>> = {
  circle: 'M8 1a7 7 0 1 1 0 14a7 7 0 1 1 0-14z',
  square: 'M2 1.5h12v13H2z',
  hexagon: 'M8 .8l6.4 3.6v7.2L8 15.2 1.6 11.6V4.4z',
  triangle: 'M8 1l7 14H1z',
  diamond: 'M8 0l8 8-8 8-8-8z',
};

/** A flow at jaws: what comes, what gets through, and hatched what is denied. */
function Flow({ announced }: { announced: boolean }) {
  return (
    <svg width="58" height="26" viewBox="0 0 66 30" class={`legend-flow ${announced ? 'announced' : ''}`} aria-hidden="true">
      <defs>
        <pattern id="legend-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V4" class="legend-hatch" />
        </pattern>
        <pattern id="legend-stripe" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" class="legend-stripe" />
        </pattern>
      </defs>
      {announced ? (
        <path d="M0 11H66V19H0z" class="legend-through" />
      ) : (
        <>
          <path d="M33 8H66V22H33z" class="legend-denied" />
          <path d="M0 8H24L38 13H66V17H38L24 22H0z" class="legend-through" />
        </>
      )}
      <path d="M27 0H41L38 9H30z" class="legend-jaw" />
      <path d="M30 21H38L41 30H27z" class="legend-jaw" />
    </svg>
  );
}

export function MapLegend() {
  const session = useSession();
  const state = session.state.value;
  const open = chosen.value ?? roomy();
  if (state === null || layout.value === 'phone' || (picked.value !== null && open)) return null;
  if (!open) {
    return (
      <div class="map-legend-fold" data-over-map>
        <Button icon="map" testId="legend-open" onPress={() => choose(true)}>
          {t('ui.legend')}
        </Button>
      </div>
    );
  }
  const blocs = blocsOf(state);
  return (
    <section class="map-legend" aria-label={t('ui.legend')} data-over-map data-testid="legend">
      <header>
        <strong>{t('ui.legend.width')}</strong>
        <button type="button" class="icon-button small" aria-label={t('ui.close')} onClick={() => choose(false)}>
          <Icon name="x" size={15} />
        </button>
      </header>
      <p style={blocColours(blocs[0])}>
        <Flow announced={false} /> {t('ui.legend.in-force')}
      </p>
      <p style={blocColours(blocs[0])}>
        <Flow announced /> {t('ui.legend.announced')}
      </p>
      <p class="legend-row">
        <span>
          <i class="legend-ticks" aria-hidden="true" /> {t('ui.legend.ticks')}
        </span>
        <span>
          <i class="legend-dash" aria-hidden="true" /> {t('ui.legend.grey')}
        </span>
      </p>
      <p class="legend-row">
        {[...blocs, null].map((bloc) => (
          <span key={bloc ?? ''} style={blocColours(bloc)}>
            <svg width="16" height="16" viewBox="0 0 16 16" class="legend-seal" aria-hidden="true">
              <path d={SHAPES[bloc === null ? 'hexagon' : (blocOf(bloc)?.shape ?? 'hexagon')]} />
            </svg>{' '}
            {bloc === null ? t('ui.unaligned') : name(bloc, 'bloc')}
          </span>
        ))}
      </p>
    </section>
  );
}
