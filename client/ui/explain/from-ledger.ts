/** Explanations read from the last report: what a figure was before, what changed it, and what it is now. */
import type { Entry } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { causeText, topicText } from '../report/cause-text.ts';
import { lineText } from '../report/line-text.ts';
import { t } from '../text.ts';
import type { ExplainedPart, Explanation } from './explanation.ts';

/** Told one by one; the rest are small and shown as one. */
const MOST = 12;

export interface LedgerQuery {
  readonly entries: readonly Entry[];
  readonly state: KnownState;
  readonly topic: string;
  readonly subject?: string;
  readonly item?: string;
  /** Account whose holdings the figure is; entries that move to or from it count. */
  readonly account?: string;
  /** The figure now, in the unit of its entries. */
  readonly now: number;
}

/** By how much an entry changed the figure; 0 where it is about another. */
function change(entry: Entry, { topic, subject, item, account }: LedgerQuery): number {
  if (entry.topic !== topic || (item !== undefined && entry.item !== item)) return 0;
  if (account !== undefined && (entry.from !== null || entry.to !== null)) {
    return (entry.to === account ? entry.amount : 0) - (entry.from === account ? entry.amount : 0);
  }
  if (subject !== undefined && entry.subject !== subject) return 0;
  return entry.before !== null && entry.after !== null ? entry.after - entry.before : 0;
}

function words(entry: Entry, state: KnownState): string {
  if (entry.line !== null) return lineText(entry.line);
  const [cause] = entry.causes;
  return cause !== undefined && cause.kind !== 'entry' ? causeText(cause, state) : topicText(entry.topic);
}

/** Parts from the figure of a turn ago to that of now; a step with parted causes is shown cause by cause. */
export function ledgerParts(query: LedgerQuery): ExplainedPart[] {
  const { state } = query;
  const changes = query.entries
    .map((entry) => ({ entry, amount: change(entry, query) }))
    .filter(({ amount }) => amount !== 0)
    .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const moved = changes.reduce((sum, { amount }) => sum + amount, 0);
  const shown = changes.slice(0, MOST).flatMap(({ entry, amount }): ExplainedPart[] => {
    const parted = entry.causes.filter((cause) => cause.amount !== undefined);
    const sum = parted.reduce((all, cause) => all + (cause.amount ?? 0), 0);
    return parted.length > 1 && Math.abs(sum - amount) < 0.001
      ? parted.map((cause) => ({ label: causeText(cause, state), amount: cause.amount ?? 0, entry }))
      : [{ label: words(entry, state), amount, entry }];
  });
  const rest = changes.slice(MOST).reduce((sum, { amount }) => sum + amount, 0);
  return [
    { label: t('ui.explain.turn-before'), amount: query.now - moved },
    ...shown,
    ...(rest === 0 ? [] : [{ label: t('ui.figure.rest'), amount: rest }]),
  ];
}

export function fromLedger(
  query: LedgerQuery,
  { title, rule, format }: Pick<Explanation, 'title' | 'rule' | 'format'>,
): Explanation {
  return { title, rule, format, value: format(query.now), total: query.now, parts: ledgerParts(query) };
}
