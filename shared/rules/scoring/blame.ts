/** Who closed the strait: nobody wins then, but the bloc that pushed most since the track passed 50 has lost. */
import type { KnownState } from '../../state/schema.ts';
import { sortedEntries } from '../../util/ids.ts';

/** The bloc to blame for a closed strait; null while it is open, and where none added more than all others. */
export function blamedBloc(state: Pick<KnownState, 'ended' | 'escalationBy'>): string | null {
  if (state.ended !== 'strait') return null;
  const [first, second] = sortedEntries(state.escalationBy).sort((a, b) => b[1] - a[1]);
  return first === undefined || (second !== undefined && second[1] === first[1]) ? null : first[0];
}
