/** Explanations of policy: escalation, alignment of allies, capital of governments, trust. */
import type { Entry } from '#shared/state/ledger.ts';
import { number } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import type { Explanation } from './explanation.ts';
import { fromLedger } from './from-ledger.ts';
import type { World } from './scores.ts';

export function escalation({ state }: World, entries: readonly Entry[]): Explanation {
  return fromLedger(
    { entries, state, topic: 'escalation', subject: 'world', now: state.escalation },
    { title: t('ui.escalation'), rule: t('ui.term.escalation.text'), format: number },
  );
}

/** Entries of an ally's alignment name the bloc in their line; those of the others don't count. */
export function alignment({ state }: World, entries: readonly Entry[], ally: string, bloc: string): Explanation {
  const mine = entries.filter((entry) => {
    const { bloc: told, government } = entry.line?.params ?? {};
    return told === bloc || (typeof government === 'string' && state.actors[government]?.bloc === bloc);
  });
  return fromLedger(
    { entries: mine, state, topic: 'alignment', subject: ally, now: state.alignment[ally]?.[bloc] ?? 0 },
    { title: `${name(ally, 'ally')}, ${name(bloc, 'bloc')}`, rule: t('ui.term.alignment.text'), format: number },
  );
}

export function capital({ state }: World, entries: readonly Entry[], government: string): Explanation {
  return fromLedger(
    { entries, state, topic: 'capital', subject: government, now: state.actors[government]?.open.capital ?? 0 },
    { title: `${name(government, 'actor')}, ${t('ui.capital')}`, rule: t('ui.term.capital.text'), format: number },
  );
}

export function trust({ state }: World, entries: readonly Entry[], actor: string): Explanation {
  return fromLedger(
    { entries, state, topic: 'trust', subject: actor, now: state.actors[actor]?.open.trust ?? 0 },
    { title: `${name(actor, 'actor')}, ${t('ui.term.trust')}`, rule: t('ui.term.trust.text'), format: number },
  );
}
