/** Why a line came about: the chain of causes from the root down to it, figures before and after, and parts that add up. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Cause, Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { ordering } from '../match/layout.ts';
import { map } from '../match/map-state.ts';
import { useSession } from '../match/session.ts';
import { listOf, name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { answerTo, type KnownLaw, lawBehind } from './answer.ts';
import { causeText, iconOfCause, iconOfEntry, topicText } from './cause-text.ts';
import { type ChainFigures, chainFigures } from './chain-figures.ts';
import { isKept, toggleKept } from './kept.ts';
import { LawText } from './law-text.tsx';
import { lineText } from './line-text.ts';
import { type ChainStep, chainOf, partsOf, turnOf } from './lines.ts';

/** Whether a step is an earlier line with reasons or a place of its own. */
const opens = ({ entry, cause }: ChainStep): boolean =>
  entry !== null && entry.causes.length + entry.places.length > 0 && cause !== null;

/** What the chain is, and that its lines open only where some do. */
function leadOf(entry: Entry, steps: readonly ChainStep[]): string {
  if (steps.some(opens)) return 'ui.why.lead-lines';
  if (entry.causes.length > 0) return 'ui.why.lead';
  return entry.before === null ? 'ui.why.none' : 'ui.why.plain';
}

/** What is counted one by one: the words say already that there is one more. */
const COUNTED = new Set(['laws', 'events', 'deals', 'truces', 'summits', 'orders', 'runs', 'matches', 'programmes']);

function Figures({ entry, figure }: { entry: Entry; figure: ChainFigures['figure'] }) {
  if (COUNTED.has(entry.unit)) return <span />;
  if (entry.before === null || entry.after === null) {
    return <span class="why-figure figures">{entry.amount === 0 ? '' : figure(entry.amount, entry.unit)}</span>;
  }
  const most = Math.max(1, Math.abs(entry.before), Math.abs(entry.after));
  return (
    <span class="why-bars figures">
      <span>
        <i class="before" style={{ width: `${(Math.abs(entry.before) / most) * 62}px` }} aria-hidden="true" />
        <span class="hidden-text">{t('ui.why.before')}</span> {figure(entry.before, entry.unit)}
      </span>
      <span>
        <i class="after" style={{ width: `${(Math.abs(entry.after) / most) * 62}px` }} aria-hidden="true" />
        <span class="hidden-text">{t('ui.why.after')}</span> <b>{figure(entry.after, entry.unit)}</b>
      </span>
    </span>
  );
}

interface StepProps {
  readonly step: ChainStep;
  readonly at: number;
  readonly state: KnownState;
  readonly figures: ChainFigures;
  readonly onOpen: (entry: Entry) => void;
  readonly onLaw: (law: KnownLaw) => void;
}

function Step({ step, at, state, figures, onOpen, onLaw }: StepProps) {
  const { figure, line } = figures;
  const { entry, cause } = step;
  const law = entry === null && cause?.kind === 'law' ? state.laws[cause.id] : undefined;
  const press = entry !== null && opens(step) ? () => onOpen(entry) : law !== undefined ? () => onLaw(law) : null;
  const title =
    entry?.line != null
      ? lineText(line(entry.line))
      : entry !== null
        ? topicText(entry.topic)
        : cause !== null
          ? partText(cause, step.of, state)
          : '';
  return (
    <li class="why-step">
      <span class="why-number" aria-hidden="true">
        {at + 1}
      </span>
      <div class="why-words">
        <span class="quiet why-kind">
          <Icon name={entry !== null ? iconOfEntry(entry) : cause !== null ? iconOfCause(cause) : 'activity'} size={15} />{' '}
          {entry !== null ? t(`phase.${entry.phase}`) : t(`ui.cause.${cause?.kind ?? 'entry'}`)}
        </span>
        {press !== null ? (
          <button type="button" class="link why-title" onClick={press}>
            {title}
          </button>
        ) : (
          <strong class="why-title">{title}</strong>
        )}
      </div>
      {entry !== null ? (
        <Figures entry={entry} figure={figure} />
      ) : (
        cause?.amount !== undefined && (
          <span class="why-figure figures">
            {cause.amount > 0 ? '+' : ''}
            {figure(cause.amount, step.of.unit)}
          </span>
        )
      )}
    </li>
  );
}

/** A cause in words. Who asks a line is known even where how much each asks for is not. */
function partText(cause: Cause, of: Entry, state: KnownState): string {
  const customers = ruleset.value?.lines[of.subject]?.customers;
  return cause.kind === 'undisclosed' && customers !== undefined
    ? t('ui.why.undisclosed-of', { who: listOf(customers.map((id) => name(id, 'actor'))) })
    : causeText(cause, state);
}

/** Words of the earlier line that a part stands for. */
function earlierLine(cause: Cause, byId: ReadonlyMap<string, Entry>, { line: withFigures }: ChainFigures): string | null {
  const line = cause.kind === 'entry' ? byId.get(cause.id)?.line : null;
  return line == null ? null : lineText(withFigures(line));
}

/** Parts below this read as nothing in any unit. */
const LEAST_PART = 0.05;

interface PartsProps {
  readonly entry: Entry;
  readonly state: KnownState;
  readonly byId: ReadonlyMap<string, Entry>;
  readonly figures: ChainFigures;
}

function Parts({ entry, state, byId, figures }: PartsProps) {
  const { figure } = figures;
  // What took nothing explains nothing.
  const parts = partsOf(entry)?.filter(({ amount }) => Math.abs(amount) >= LEAST_PART) ?? [];
  if (parts.length < 2) return null;
  const most = Math.max(1e-9, ...parts.map((part) => Math.abs(part.amount)));
  return (
    <section class="why-parts">
      <h3>{t('ui.why.parts')}</h3>
      <table class="price-table">
        <tbody>
          {parts.map(({ cause, amount }, at) => (
            <tr key={at}>
              <th scope="row">{earlierLine(cause, byId, figures) ?? partText(cause, entry, state)}</th>
              <td aria-hidden="true">
                <span class={`price-bar ${amount < 0 ? 'off' : ''}`} style={{ width: `${(Math.abs(amount) / most) * 100}%` }} />
              </td>
              <td class="figures">{figure(amount, entry.unit)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ui.why.sum')}</th>
            <td />
            <td class="figures">{figure(entry.amount, entry.unit)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="quiet">{t('ui.why.adds-up')}</p>
    </section>
  );
}

export function WhyPanel({ entry: first, entries, onClose }: { entry: Entry; entries: readonly Entry[]; onClose: () => void }) {
  const session = useSession();
  const state = session.state.value;
  const path = useSignal<readonly Entry[]>([first]);
  const earlier = useSignal<readonly Entry[]>([]);
  const reading = useSignal<KnownLaw | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const entry = path.value[path.value.length - 1] ?? first;
  const byId = new Map([...earlier.value, ...entries].map((one) => [one.id, one]));
  useLayoutEffect(() => {
    path.value = [first];
    head.current?.focus();
  }, [first.id]);
  useEffect(() => {
    const missing = [
      ...new Set(entry.causes.filter((cause) => cause.kind === 'entry' && !byId.has(cause.id)).map((cause) => turnOf(cause.id))),
    ];
    for (const turn of missing.filter(Number.isInteger)) {
      void session.client.reportOf(turn).then((found) => {
        earlier.value = [...earlier.value, ...found];
      });
    }
  }, [entry.id]);
  if (state === null) return null;
  const law = lawBehind(entry, byId, state);
  const steps = chainOf(entry, byId);
  const figures = chainFigures(entry, steps);
  const kept = isKept(session.client.matchId, entry.id);
  const place = entry.places[0];
  // Lines of another seat's report, and of what never was, have numbers of their own.
  const isRecord = session.past === null || (session.past.as === null && session.past.course === 'was');
  return (
    <aside class="why on-paper" aria-label={t('ui.why')} data-testid="why-panel" data-region tabIndex={-1}>
      <header class="why-head">
        <span class="why-mark">{t('ui.why')}</span>
        {path.value.length > 1 && (
          <Button look="quiet" icon="arrow-left" onPress={() => (path.value = path.value.slice(0, -1))}>
            {t('ui.back')}
          </Button>
        )}
        {isRecord && (
          <Button
            class="keep"
            look="quiet"
            icon={kept ? 'pin-off' : 'pin'}
            pressed={kept}
            testId="keep-line"
            onPress={() => toggleKept(session.client.matchId, entry)}
          >
            {t(kept ? 'ui.keep.kept' : 'ui.keep')}
          </Button>
        )}
        <button type="button" class="icon-button" aria-label={t('ui.close')} onClick={onClose}>
          <Icon name="x" />
        </button>
      </header>
      <h2 class="serif" ref={head} tabIndex={-1}>
        {entry.line === null ? topicText(entry.topic) : lineText(figures.line(entry.line))}
      </h2>
      <p class="quiet">{t(leadOf(entry, steps))}</p>
      <ol class="why-chain">
        {steps.map((step, at) => (
          <Step
            key={at}
            step={step}
            at={at}
            state={state}
            figures={figures}
            onOpen={(next) => (path.value = [...path.value, next])}
            onLaw={(one) => (reading.value = one)}
          />
        ))}
      </ol>
      <Parts entry={entry} state={state} byId={byId} figures={figures} />
      {reading.value !== null && <LawText law={reading.value} onClose={() => (reading.value = null)} />}
      <div class="dialog-actions">
        {law !== null && (
          <Button
            icon="scroll-text"
            testId="read-law"
            pressed={reading.value !== null}
            onPress={() => (reading.value = reading.value === null ? law : null)}
          >
            {t('ui.why.law')}
          </Button>
        )}
        {place !== undefined && (
          <Button icon="map-pin" onPress={() => map.value?.focus(place)}>
            {t('ui.why.map')}
          </Button>
        )}
        {session.client.table.value?.status === 'planning' && session.seat.value !== null && (
          <Button
            icon="plus"
            testId="draft-answer"
            onPress={() => {
              onClose();
              session.closeReport();
              ordering.value = answerTo(entry, law, state, session.seat.value ?? '');
            }}
          >
            {t('ui.why.answer')}
          </Button>
        )}
      </div>
    </aside>
  );
}
