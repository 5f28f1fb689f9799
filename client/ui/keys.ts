/** Keys of the game: screens register what they answer to; single letters can be turned off and never fire while typing. */
import { signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { actionOf } from './key-bindings.ts';

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const LETTERS_KEY = 'chokepoint:letters-off';
/** True when single letters do nothing (for speech input). */
export const lettersOff = signal(globalThis.localStorage?.getItem(LETTERS_KEY) === 'yes');

export function setLettersOff(off: boolean): void {
  localStorage.setItem(LETTERS_KEY, off ? 'yes' : 'no');
  lettersOff.value = off;
}

interface Layer {
  keys: KeyMap;
}
/** What stands in something is drawn after it, so that it comes later here. */
const layers: Layer[] = [];

/** Keys that a control takes for itself: all of them in a text field, arrows and Space on the others. */
function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && /^(radio|checkbox|range)$/.test(target.type))
    return key === ' ' || key.startsWith('Arrow');
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** Name of a key press: `Space`, `Alt+ArrowUp`, `Ctrl+Shift+z`, `a`, `?`. */
function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) return `Ctrl+${event.shiftKey ? 'Shift+' : ''}${key}`;
  return event.altKey ? `Alt+${key}` : key;
}

/** Name of the action that a press asks for; null where the key was given to nothing. */
export function pressedAction(event: KeyboardEvent): string | null {
  const pressed = nameOf(event);
  if (lettersOff.value && /^[a-z]$/.test(pressed)) return null;
  return actionOf(pressed);
}

function pressesControl(event: KeyboardEvent): boolean {
  if (event.key !== ' ' && event.key !== 'Enter') return false;
  const target = event.target;
  return target instanceof HTMLElement && target.closest('button, a, summary, [role=tab], label') !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || takesKey(event.target, event.key) || pressesControl(event)) return;
  if (document.querySelector('dialog[open]') !== null) return;
  const pressed = pressedAction(event);
  if (pressed === null) return;
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const act = layers[at]?.keys[pressed];
    if (act === undefined) continue;
    event.preventDefault();
    act(event);
    return;
  }
}

if (typeof document !== 'undefined') document.addEventListener('keydown', onKeyDown);

/** While the component is mounted its keys work, above those of what it stands in or covers: a layer keeps its place. */
export function useKeys(keys: KeyMap): void {
  const layer = useRef<Layer | null>(null);
  if (layer.current === null) {
    layer.current = { keys };
    layers.push(layer.current);
  }
  layer.current.keys = keys;
  // Gone in the same step as the screen it belongs to, so that no key reaches what is not there any more.
  useLayoutEffect(
    () => () => {
      const at = layer.current === null ? -1 : layers.indexOf(layer.current);
      if (at >= 0) layers.splice(at, 1);
    },
    [],
  );
}

/** F6: moves focus to the next region of the page. */
export function focusNextRegion(back: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null);
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(now + (back ? -1 : 1) + regions.length) % regions.length];
  next?.focus();
}
