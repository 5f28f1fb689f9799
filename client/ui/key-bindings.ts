/**
 * Which key does what: each action has the key of the rules, and the player may choose another one, kept in this browser.
 * Screens go on naming actions by their first key; presses are translated before they are looked up.
 */
import { signal } from '@preact/signals';

/** Keys that may be changed, with the message that says what they do. */
export const CHANGEABLE = {
  l: 'ui.keys.list',
  m: 'ui.keys.layers',
  o: 'ui.keys.order',
  a: 'ui.keys.advisor',
  w: 'ui.keys.why',
  r: 'ui.keys.research',
  q: 'ui.keys.queue',
  '/': 'ui.keys.find',
  n: 'ui.keys.next',
  c: 'ui.keys.chat',
  s: 'ui.keys.sound',
  p: 'ui.keys.pause',
  '?': 'ui.keys.help',
} as const;
export type ActionKey = keyof typeof CHANGEABLE;

/** Keys of fixed actions, and B and C of the advisor's plans. */
const TAKEN = new Set(['1', '2', '3', '4', '5', '+', '-', ' ', 'b']);
const KEY = 'chokepoint:keys';

const isAction = (key: string): key is ActionKey => key in CHANGEABLE;

function stored(): Partial<Record<ActionKey, string>> {
  try {
    const found: unknown = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}');
    if (found === null || typeof found !== 'object') return {};
    return Object.fromEntries(Object.entries(found).filter(([action, key]) => isAction(action) && typeof key === 'string'));
  } catch {
    return {};
  }
}

export const bindings = signal<Partial<Record<ActionKey, string>>>(stored());

/** The key that does an action now; other keys are their own. */
export const keyOf = (action: string): string => (isAction(action) ? (bindings.value[action] ?? action) : action);

/** The action of a key pressed; null where the key was given up for another one and does nothing. */
export function actionOf(key: string): string | null {
  const chosen = Object.entries(bindings.value).find(([, bound]) => bound === key);
  if (chosen !== undefined) return chosen[0];
  return isAction(key) && keyOf(key) !== key ? null : key;
}

export type Refusal = 'taken' | 'not-a-key';

/** Gives an action another key; refused where the key has something to do already. */
export function bind(action: ActionKey, key: string): Refusal | null {
  const wanted = key.toLowerCase();
  if (wanted.length !== 1 || wanted.trim() === '') return 'not-a-key';
  const used = Object.keys(CHANGEABLE).some((other) => other !== action && keyOf(other) === wanted);
  if (used || TAKEN.has(wanted)) return 'taken';
  const { [action]: _, ...others } = bindings.value;
  keep(wanted === action ? others : { ...others, [action]: wanted });
  return null;
}

export const resetBindings = (): void => keep({});

function keep(next: Partial<Record<ActionKey, string>>): void {
  localStorage.setItem(KEY, JSON.stringify(next));
  bindings.value = next;
}
