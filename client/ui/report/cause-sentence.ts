/** What a cause does, in a sentence: the words of the ruleset where it has them, else those of the rule. */
import type { Cause } from '#shared/state/ledger.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { lawDoes } from '../match/law-does.ts';
import { hasText, t } from '../text.ts';
import { orderOf } from './cause-text.ts';

/** Empty for an earlier line, which is a sentence itself, and where a mod says nothing. */
export function causeSentence({ kind, id }: Cause, state: KnownState): string {
  switch (kind) {
    case 'order': {
      const order = orderOf(id);
      return order === undefined ? '' : said(`order.${order.id}.text`);
    }
    case 'law': {
      const law = state.laws[id];
      return law === undefined ? '' : lawDoes(law);
    }
    case 'tech':
    case 'event':
      return said(`${kind}.${id}.text`);
    case 'rule':
      return said(`ui.why.says.${id}`);
    case 'deal':
    case 'undisclosed':
      return said(`ui.why.says.${kind}`);
    case 'entry':
      return '';
  }
}

const said = (key: string): string => (hasText(key) ? t(key) : '');
