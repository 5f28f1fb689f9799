/**
 * What a step of the chain of causes is, in one short sentence. Texts of laws, technologies, events and terms are used
 * where there are some; the rest has words of its own. Empty where a mod says nothing about its content.
 */
import type { Cause, Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { language } from '../text/language.ts';
import { hasText, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { lawOf, orderOf } from './cause-text.ts';
import type { ChainStep } from './lines.ts';

/** Topics that the words of the game explain already. */
const TERM_OF: Readonly<Record<string, string>> = {
  pressure: 'denied',
  alignment: 'alignment',
  escalation: 'escalation',
  commons: 'commons',
  frontier: 'frontier',
  reach: 'reach',
  resilience: 'resilience',
  capital: 'capital',
  trust: 'trust',
  'set-aside': 'set-aside',
  capability: 'capability',
  distil: 'distil',
};
/** Lines that say that a law stands, or soon will. */
const LAW_STANDS = new Set(['report.law.announced', 'report.law.force']);
const ABOUT_TECH = new Set(['research', 'programme']);

function firstSentence(text: string): string {
  const [first] = new Intl.Segmenter(language.value, { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? '';
}

/** First sentence of the first message that there is. */
function wordsOf(...ids: readonly string[]): string {
  const id = ids.find(hasText);
  return id === undefined ? '' : firstSentence(t(id));
}

/** A law by what its lever does: its own text may speak to the one who makes it. */
const lawWords = (law: string): string => wordsOf(`lever.${ruleset.value?.laws[law]?.lever ?? ''}.text`, `law.${law}.text`);

export function sentenceOfCause(cause: Cause, state: KnownState): string {
  switch (cause.kind) {
    case 'order': {
      const order = orderOf(cause.id);
      return order === undefined ? '' : wordsOf(`why.order.${order.kind}`, `order.${order.id}.text`);
    }
    case 'law':
      return lawWords(lawOf(cause.id, state));
    case 'tech':
      return wordsOf(`tech.${cause.id}.text`);
    case 'event':
      return wordsOf(`event.${cause.id}.text`);
    case 'rule':
      return cause.id.startsWith('condition.') ? t('why.condition') : wordsOf(`why.${cause.id}`);
    case 'deal':
    case 'entry':
    case 'undisclosed':
      return t(`why.${cause.kind}`);
  }
}

export function sentenceOfEntry({ topic, line, item }: Entry): string {
  const { law, tech } = line?.params ?? {};
  if (line !== null && LAW_STANDS.has(line.id) && typeof law === 'string') return lawWords(law);
  if (topic === 'event' && item !== null) return wordsOf(`event.${item}.text`, 'why.topic.event');
  if (ABOUT_TECH.has(topic) && typeof tech === 'string') return wordsOf(`tech.${tech}.text`, `why.topic.${topic}`);
  return wordsOf(`why.${line?.id ?? ''}`, `why.topic.${topic}`, `ui.term.${TERM_OF[topic] ?? ''}.text`);
}

function sentenceOf({ entry, cause }: ChainStep, state: KnownState): string {
  if (entry !== null) return sentenceOfEntry(entry);
  return cause === null ? '' : sentenceOfCause(cause, state);
}

/** The sentences of a chain, step by step; what was said once is not said again. */
export function sentencesOf(steps: readonly ChainStep[], state: KnownState): string[] {
  const all = steps.map((step) => sentenceOf(step, state));
  return all.map((sentence, at) => (all.indexOf(sentence) === at ? sentence : ''));
}
