/** One step of the chain of causes: a line of the report or a cause, with figures before and after. */
import type { Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { Icon } from '../components/icon.tsx';
import { t } from '../text.ts';
import type { KnownLaw } from './answer.ts';
import { iconOfCause, iconOfEntry, partText, topicText } from './cause-text.ts';
import type { ChainFigures } from './chain-figures.ts';
import { lineText } from './line-text.ts';
import type { ChainStep } from './lines.ts';

/** Whether a step is an earlier line with reasons or a place of its own. */
export const opens = ({ entry, cause }: ChainStep): boolean =>
  entry !== null && entry.causes.length + entry.places.length > 0 && cause !== null;

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
  /** What it is, in a sentence; empty when the chain has said it before. */
  readonly sentence: string;
  readonly state: KnownState;
  readonly figures: ChainFigures;
  readonly onOpen: (entry: Entry) => void;
  readonly onLaw: (law: KnownLaw) => void;
}

export function WhyStep({ step, at, sentence, state, figures, onOpen, onLaw }: StepProps) {
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
        {sentence !== '' && <span class="quiet why-sentence">{sentence}</span>}
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
