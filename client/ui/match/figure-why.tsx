/** Why a figure of the bar changed last turn: its parts, which add up, each with its own chain of causes. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '#shared/state/ledger.ts';
import { Icon } from '../components/icon.tsx';
import { inOnePrecision } from '../explain/explanation.ts';
import { seatScore } from '../explain/scores.ts';
import { useKeys } from '../keys.ts';
import { causeText, topicText } from '../report/cause-text.ts';
import { type Figure, type FigurePart, figureChange } from '../report/figure-parts.ts';
import { lineText } from '../report/line-text.ts';
import { WhyPanel } from '../report/why-panel.tsx';
import { inUnit } from '../text/quantity.ts';
import { t } from '../text.ts';
import { ruleset } from '../world.ts';
import { figureAsked } from './figure-asked.ts';
import { useSession } from './session.ts';

/** So many parts are told one by one; the rest are small and shown as one. */
const MOST = 12;

const withSign = (value: number, unit: string, among: readonly number[]): string =>
  `${value > 0 ? '+' : ''}${inUnit(value, unit, among)}`;

/** The parts of the seat's score, weighed by its role; they add up to it. */
function ScoreTable({ seat }: { seat: string }) {
  const state = useSession().state.value;
  const world = ruleset.value;
  if (state === null || world === null || state.turn === 0) return <p class="quiet">{t('ui.figure.none')}</p>;
  const score = seatScore({ ruleset: world, state }, seat);
  const { parts, rule, total } = score;
  const write = inOnePrecision(score);
  return (
    <>
      <p class="quiet">{rule}</p>
      <table class="price-table">
        <tbody>
          {parts.map((part) => (
            <tr key={part.label}>
              <th scope="row">{part.label}</th>
              <td class="figures">{write(part.amount ?? 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ui.why.sum')}</th>
            <td class="figures">{write(total ?? 0)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

interface RowProps {
  readonly part: FigurePart;
  readonly write: (amount: number) => string;
  readonly onOpen: (entry: Entry) => void;
}

function PartRow({ part, write, onOpen }: RowProps) {
  const state = useSession().state.value;
  const { entry, amount } = part;
  const cause = entry.causes[0];
  const words =
    entry.line !== null
      ? lineText(entry.line)
      : cause !== undefined && cause.kind !== 'entry' && state !== null
        ? causeText(cause, state)
        : topicText(entry.topic);
  return (
    <tr>
      <th scope="row">
        <button type="button" class="link" onClick={() => onOpen(entry)}>
          {words}
        </button>
      </th>
      <td class="figures">{write(amount)}</td>
    </tr>
  );
}

function Parts({ figure, bloc, onOpen }: { figure: Exclude<Figure, 'score'>; bloc: string; onOpen: (entry: Entry) => void }) {
  const session = useSession();
  const entries = session.client.view.value?.report ?? [];
  const change = figureChange(figure, entries, session.seat.value ?? '', bloc);
  const shown = change.parts.slice(0, MOST);
  const rest = change.parts.slice(MOST).reduce((sum, part) => sum + part.amount, 0);
  const among = [...shown.map(({ amount }) => amount), rest, change.amount];
  const write = (amount: number): string => withSign(amount, change.unit, among);
  if (shown.length === 0) return <p class="quiet">{t('ui.figure.none')}</p>;
  return (
    <table class="price-table figure-parts">
      <tbody>
        {shown.map((part) => (
          <PartRow key={part.entry.id} part={part} write={write} onOpen={onOpen} />
        ))}
        {rest !== 0 && (
          <tr>
            <th scope="row">{t('ui.figure.rest')}</th>
            <td class="figures">{write(rest)}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('ui.why.sum')}</th>
          <td class="figures">{write(change.amount)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function FigurePanel({ figure, bloc }: { figure: Figure; bloc: string }) {
  const session = useSession();
  const opened = useSignal<Entry | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const close = (): void => {
    figureAsked.value = null;
    document.querySelector<HTMLElement>(`[data-figure=${figure}]`)?.focus();
  };
  useLayoutEffect(() => {
    opened.value = null;
    head.current?.focus();
  }, [figure]);
  useKeys({
    Escape: () => {
      if (opened.value === null) close();
      else opened.value = null;
    },
  });
  if (opened.value !== null) {
    return (
      <div class="figure-why">
        <WhyPanel
          entry={opened.value}
          entries={session.client.view.value?.report ?? []}
          onClose={() => {
            opened.value = null;
          }}
        />
      </div>
    );
  }
  return (
    <div class="figure-why">
      <aside class="why on-paper" aria-label={t('ui.why')} data-testid="figure-why">
        <header class="why-head">
          <span class="why-mark">{t('ui.why')}</span>
          <button type="button" class="icon-button" aria-label={t('ui.close')} onClick={close}>
            <Icon name="x" />
          </button>
        </header>
        <h2 class="serif" ref={head} tabIndex={-1}>
          {t(`ui.figure.title.${figure}`)}
        </h2>
        {figure === 'score' ? (
          <ScoreTable seat={session.seat.value ?? ''} />
        ) : (
          <Parts figure={figure} bloc={bloc} onOpen={(entry) => (opened.value = entry)} />
        )}
      </aside>
    </div>
  );
}

export function FigureWhy() {
  const session = useSession();
  const figure = figureAsked.value;
  const seat = session.seat.value;
  const bloc = seat === null ? undefined : session.state.value?.actors[seat]?.bloc;
  if (figure === null || bloc === undefined) return null;
  return <FigurePanel figure={figure} bloc={bloc} />;
}
