/** Why a line came about: the chain of causes from the root down to it, figures before and after, and parts that add up. */
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Entry } from '#shared/state/ledger.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { ordering } from '../match/layout.ts';
import { map } from '../match/map-state.ts';
import { useSession } from '../match/session.ts';
import { t } from '../text.ts';
import { answerTo, type KnownLaw, lawBehind } from './answer.ts';
import { topicText } from './cause-text.ts';
import { chainFigures } from './chain-figures.ts';
import { isKept, toggleKept } from './kept.ts';
import { LawText } from './law-text.tsx';
import { lineText } from './line-text.ts';
import { type ChainStep, chainOf, turnOf } from './lines.ts';
import { WhyParts } from './why-parts.tsx';
import { sentencesOf } from './why-sentence.ts';
import { opens, WhyStep } from './why-step.tsx';

/** What the chain is, and that its lines open only where some do. */
function leadOf(entry: Entry, steps: readonly ChainStep[]): string {
  if (steps.some(opens)) return 'ui.why.lead-lines';
  if (entry.causes.length > 0) return 'ui.why.lead';
  return entry.before === null ? 'ui.why.none' : 'ui.why.plain';
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
  const sentences = sentencesOf(steps, state);
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
          <WhyStep
            key={at}
            step={step}
            at={at}
            sentence={sentences[at] ?? ''}
            state={state}
            figures={figures}
            onOpen={(next) => (path.value = [...path.value, next])}
            onLaw={(one) => (reading.value = one)}
          />
        ))}
      </ol>
      <WhyParts entry={entry} state={state} byId={byId} figures={figures} />
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
