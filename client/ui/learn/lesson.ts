/** Which match is a first match, what its player has done and whether the coach was sent away; kept in this browser. */
import { signal } from '@preact/signals';
import type { Lesson, Step } from './steps.ts';

const NEXT_KEY = 'chokepoint:lesson-next';
const keyOf = (matchId: string): string => `chokepoint:lesson:${matchId}`;

const current = signal<{ matchId: string; lesson: Lesson } | null>(null);

/** The match that opens next is a lesson: orders come with the turns, or the coach only stands by. */
export function startLesson(how: 'guided' | 'open' = 'guided'): void {
  localStorage.setItem(NEXT_KEY, how);
}

/** The match that was asked for as a lesson did not come about. */
export function dropLesson(): void {
  localStorage.removeItem(NEXT_KEY);
}

function keep(matchId: string, lesson: Lesson): void {
  localStorage.setItem(keyOf(matchId), JSON.stringify(lesson));
  current.value = { matchId, lesson };
}

/** Reads the lesson of a match that opens, or makes it one if that was asked for. */
export function adoptLesson(matchId: string): void {
  const next = localStorage.getItem(NEXT_KEY);
  if (next !== null) {
    localStorage.removeItem(NEXT_KEY);
    keep(matchId, { done: [], hidden: false, open: next === 'open' });
    return;
  }
  const stored = localStorage.getItem(keyOf(matchId));
  current.value = stored === null ? null : { matchId, lesson: JSON.parse(stored) as Lesson };
}

export function lessonOf(matchId: string): Lesson | null {
  return current.value?.matchId === matchId ? current.value.lesson : null;
}

export function noteDone(matchId: string, step: Step): void {
  const lesson = lessonOf(matchId);
  if (lesson !== null && !lesson.done.includes(step)) keep(matchId, { ...lesson, done: [...lesson.done, step] });
}

export function hideCoach(matchId: string, hidden: boolean): void {
  const lesson = lessonOf(matchId);
  if (lesson !== null) keep(matchId, { ...lesson, hidden });
}
