/** What a law does, with the setting that it has, in the words of the ruleset; empty where a mod says nothing. */
import type { LawState } from '#shared/state/schema.ts';
import { hasText, t } from '../text.ts';

export function lawDoes({ law, setting }: Pick<LawState, 'law' | 'setting'>): string {
  return [`law.${law}.${setting.key}`, `law.${law}.text`]
    .filter(hasText)
    .map((id) => t(id))
    .join(': ');
}
