/** Choices of a list that are read by the names of actors, chips or technologies. */
import { name } from '../text.ts';

export function NameOptions({ ids, of }: { ids: readonly string[]; of: 'actor' | 'chip' | 'tech' }) {
  return (
    <>
      {ids.map((id) => (
        <option key={id} value={id}>
          {name(id, of)}
        </option>
      ))}
    </>
  );
}
