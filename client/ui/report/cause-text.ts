/** A cause in words: the order, law, technology, event, deal or rule behind a number. */
import type { OrderData } from '#shared/ruleset/schema/policy.ts';
import type { Cause, Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { hasText, listOf, name, t } from '../text.ts';
import { ruleset } from '../world.ts';

const ICONS: Readonly<Record<Cause['kind'], string>> = {
  order: 'file-text',
  law: 'landmark',
  tech: 'flask-conical',
  event: 'zap',
  deal: 'handshake',
  rule: 'scale',
  entry: 'activity',
  undisclosed: 'eye-off',
};
const PHASE_ICONS: Readonly<Record<Entry['phase'], string>> = {
  law: 'landmark',
  deals: 'handshake',
  state: 'building-2',
  money: 'banknote',
  fabs: 'factory',
  trade: 'truck',
  install: 'server',
  research: 'flask-conical',
  training: 'activity',
  release: 'book-open',
  market: 'users',
  reckoning: 'gauge',
};

/** What a change is about, in a word. */
export const topicText = (topic: string): string => t([`ui.topic.${topic}`, `topic.${topic}`].find(hasText) ?? 'ui.topic.other');

export const iconOfCause = (cause: Cause): string => ICONS[cause.kind];
export const iconOfEntry = (entry: Entry): string => PHASE_ICONS[entry.phase];

/** An order of the ruleset by a reference to one given, `seat/kind/…` or `kind`; undefined where the ruleset has it no more. */
export function orderOf(id: string): OrderData | undefined {
  const parts = id.split(/[/#|]/);
  return Object.values(ruleset.value?.orders ?? {}).find(({ kind }) => parts.includes(kind));
}

function orderKind(id: string): string {
  const order = orderOf(id);
  return order === undefined ? id : t(`order.${order.id}`);
}

/** Id of the law in the ruleset behind one that was made, also where that has ended. */
export const lawOf = (id: string, state: KnownState): string => state.laws[id]?.law ?? id.split(/[/#|]/)[0] ?? id;

export function causeText(cause: Cause, state: KnownState): string {
  // What buyers ask for is told by bloc.
  const by = cause.by === undefined ? '' : name(cause.by, cause.id === 'rule.asked' ? 'bloc' : 'actor');
  const withActor = (what: string): string => (by === '' ? what : t('ui.why.by', { what, by }));
  switch (cause.kind) {
    case 'order':
      return withActor(orderKind(cause.id));
    case 'law':
      return withActor(name(lawOf(cause.id, state), 'law'));
    case 'tech':
      return withActor(name(cause.id, 'tech'));
    case 'event':
      return name(cause.id, 'event');
    case 'deal':
      return withActor(t('ui.why.deal'));
    case 'rule':
      return withActor(hasText(cause.id) ? t(cause.id) : t('ui.why.rule'));
    case 'entry':
      return t('ui.why.earlier');
    case 'undisclosed':
      return t('ui.why.undisclosed');
  }
}

/** A cause as a part of a line. Who asks a line is known even where how much each asks for is not. */
export function partText(cause: Cause, of: Entry, state: KnownState): string {
  const customers = ruleset.value?.lines[of.subject]?.customers;
  return cause.kind === 'undisclosed' && customers !== undefined
    ? t('ui.why.undisclosed-of', { who: listOf(customers.map((id) => name(id, 'actor'))) })
    : causeText(cause, state);
}
