/** Undo and redo walk the same versions both ways, and an edit ends what could be redone. */
import { expect, test } from 'vitest';
import { edited, type History, NO_HISTORY, redone, undone } from '#client/ui/match/history.ts';

test('back and forward again', () => {
  const start: History<string> = NO_HISTORY;
  const two = edited(edited(start, 'a', 9), 'b', 9);
  const back = undone(two, 'c');
  expect(back?.now).toBe('b');
  const again = redone(back?.history ?? start, 'b');
  expect(again).toEqual({ history: two, now: 'c' });
});

test('an edit forgets what was undone, and only so many versions are kept', () => {
  const back = undone(edited<string>(NO_HISTORY, 'a', 9), 'b');
  expect(redone(edited(back?.history ?? NO_HISTORY, 'a', 9), 'x')).toBeNull();
  expect(edited(edited<string>(NO_HISTORY, 'a', 1), 'b', 1).past).toEqual(['b']);
});

test('nothing before the first', () => {
  expect(undone(NO_HISTORY, 'a')).toBeNull();
  expect(redone(NO_HISTORY, 'a')).toBeNull();
});
