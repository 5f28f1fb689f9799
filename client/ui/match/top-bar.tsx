/** The bar at the top: when it is, how long is left, what I have, how pressed my bloc is, how I stand. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../components/icon.tsx';
import { Mark } from '../components/mark.tsx';
import { Seal } from '../components/seal.tsx';
import { ExplainPanel } from '../explain/explain-panel.tsx';
import { explained } from '../explain/explanation.ts';
import { Term, type TermId } from '../help/term.tsx';
import { pressedAction } from '../keys.ts';
import type { Figure } from '../report/figure-parts.ts';
import { goHome } from '../route.ts';
import { quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { figureAsked } from './figure-asked.ts';
import { FigureWhy } from './figure-why.tsx';
import { keysOpen, layout } from './layout.ts';
import { OwnFigures } from './own-figures.tsx';
import { useSession } from './session.ts';
import { SettingsMenu } from './settings-menu.tsx';
import { TimeLeft } from './time-left.tsx';

export interface StatProps {
  label: string;
  children: ComponentChildren;
  class?: string;
  /** The figure's own "why?" opens by a press. */
  figure?: Figure;
  term?: TermId;
  /** Small print beside the figure, with a "why?" of its own. */
  small?: ComponentChildren;
  /** Stands for the label where there is no room for it. */
  icon?: string;
}

export function Stat({ label, children, class: more = '', figure, term, small, icon }: StatProps) {
  return (
    <div class={`stat ${more}`}>
      {icon !== undefined && layout.value === 'phone' && <Icon name={icon} size={17} />}
      <span class="stat-label">{term === undefined ? label : <Term id={term}>{label}</Term>}</span>
      <span class="stat-row">
        <FigureButton figure={figure} label={label}>
          {children}
        </FigureButton>
        {small}
      </span>
    </div>
  );
}

/** A figure of the bar; pressed (or with W) it says why it changed. */
export function FigureButton({ figure, label, children }: { figure?: Figure; label: string; children: ComponentChildren }) {
  if (figure === undefined) return <span class="stat-value figures">{children}</span>;
  return (
    <button
      type="button"
      class="stat-value stat-why figures"
      data-figure={figure}
      aria-expanded={figureAsked.value === figure}
      title={t('ui.figure.ask', { figure: label })}
      onClick={() => {
        explained.value = null;
        figureAsked.value = figureAsked.value === figure ? null : figure;
      }}
      onKeyDown={(event) => {
        if (pressedAction(event) !== 'w') return;
        event.preventDefault();
        figureAsked.value = figure;
      }}
    >
      {children}
      <span class="hidden-text">{t('ui.why')}</span>
    </button>
  );
}

function TurnStrip({ turn, length }: { turn: number; length: number }) {
  return (
    <span class="turn-strip" aria-hidden="true">
      {Array.from({ length }, (_, at) => (
        <i key={at} class={at < turn ? 'past' : at === turn ? 'now' : ''} />
      ))}
    </span>
  );
}

export function TopBar({ resolution = false }: { resolution?: boolean }) {
  const session = useSession();
  const state = session.state.value;
  if (state === null) return null;
  const turn = Math.min(resolution ? session.reportTurn.value : state.turn, state.lengthTurns - 1);
  const seat = session.seat.value;
  const phone = layout.value === 'phone';
  return (
    <section class={`top-bar bar-${layout.value} dark`} aria-label={t('ui.region.status')} data-region tabIndex={-1}>
      <button type="button" class="brand" onClick={goHome} aria-label={t('ui.home')}>
        <Mark size={phone ? 26 : 32} />
        {layout.value === 'wide' && <span>{t('ui.title')}</span>}
      </button>
      <div class={`stat stat-turn ${resolution ? 'stat-act' : ''}`}>
        <span class="stat-label">{t(resolution ? 'ui.stage.resolution' : 'ui.stage.planning')}</span>
        <span class="stat-value figures">
          {quarterOfTurn(turn)} · {turn + 1}/{state.lengthTurns}
        </span>
        {!phone && <TurnStrip turn={turn} length={state.lengthTurns} />}
      </div>
      <TimeLeft />
      {phone && <span class="row-break" aria-hidden="true" />}
      <OwnFigures resolution={resolution} />
      <span class="grow" />
      <div class="stat stat-seat">
        {seat === null ? (
          <span>{t('ui.seat.spectator')}</span>
        ) : (
          <>
            <Seal id={seat} look="you" size={phone ? 34 : 36} />
            {(layout.value === 'wide' || layout.value === 'desk') && (
              <span class="seat-name">
                <strong>{name(seat, 'actor')}</strong>
                <span>{t('ui.seat.role', { role: state.actors[seat]?.role ?? '', bloc: state.actors[seat]?.bloc ?? '' })}</span>
              </span>
            )}
          </>
        )}
      </div>
      {!phone && (
        <button
          type="button"
          class="icon-button"
          aria-label={t('ui.keys')}
          onClick={() => {
            keysOpen.value = true;
          }}
        >
          <Icon name="circle-help" size={20} />
        </button>
      )}
      <SettingsMenu />
      <FigureWhy />
      <ExplainPanel />
    </section>
  );
}
