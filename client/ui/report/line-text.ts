/** A line of the report in words. What an event does stands in the ruleset, not in the line: it is said here. */
import type { EventDef } from '#shared/ruleset/schema/policy.ts';
import type { MessageRef } from '#shared/state/ledger.ts';
import { money, percent, signed, signedPercent } from '../text/quantity.ts';
import { listOf, t } from '../text.ts';
import { ruleset } from '../world.ts';

type Outcome = EventDef['outcomes'][number];

const PLAIN = new Set<Outcome['outcome']>(['capital-add', 'pool-talent-add', 'alignment-add', 'escalation-add']);
/** Shares of what was, without a sign. */
const SHARES = new Set<Outcome['outcome']>(['law-discount', 'run-keep']);

function figure({ outcome, value }: Outcome): string {
  if (outcome === 'cash-add') return `${value > 0 ? '+' : ''}${money(value)}`;
  if (PLAIN.has(outcome)) return signed(value);
  if (SHARES.has(outcome)) return percent(value);
  return signedPercent(outcome === 'reach-fade' ? -value : value);
}

const outcomeText = (outcome: Outcome): string =>
  t(`outcome.${outcome.outcome}`, {
    value: figure(outcome),
    lever: outcome.lever === undefined ? '' : `ui.lever.${outcome.lever}`,
  });

export function lineText(line: MessageRef): string {
  // Governments research for capital alone.
  if (line.id === 'report.research.started' && line.params.paidKusd === 0) return t('ui.report.research-started', line.params);
  const { event } = line.params;
  const outcomes = typeof event === 'string' ? ruleset.value?.events[event]?.outcomes : undefined;
  if (line.id !== 'report.event' || outcomes === undefined) return t(line);
  return t('ui.report.event', { ...line.params, effects: listOf(outcomes.map(outcomeText)) });
}
