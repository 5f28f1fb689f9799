/** Keys of the game: screens register what they answer to; single letters can be turned off and never fire while typing. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

const LETTERS_KEY = 'chokepoint:letters-off';
/** True when single letters do nothing (for speech input). */
export const lettersOff = signal(globalThis.localStorage?.getItem(LETTERS_KEY) === 'yes');

export function setLettersOff(off: boolean): void {
  localStorage.setItem(LETTERS_KEY, off ? 'yes' : 'no');
  lettersOff.value = off;
}

const layers: KeyMap[] = [];

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

function pressesControl(event: KeyboardEvent): boolean {
  if (event.key !== ' ' && event.key !== 'Enter') return false;
  const target = event.target;
  return target instanceof HTMLElement && target.closest('button, a, summary, [role=tab], label') !== null;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || takesKey(event.target, event.key) || pressesControl(event)) return;
  if (document.querySelector('dialog[open]') !== null) return;
  const pressed = nameOf(event);
  if (lettersOff.value && /^[a-z]$/.test(pressed)) return;
  for (let at = layers.length - 1; at >= 0; at -= 1) {
    const act = layers[at]?.[pressed];
    if (act === undefined) continue;
    event.preventDefault();
    act(event);
    return;
  }
}

if (typeof document !== 'undefined') document.addEventListener('keydown', onKeyDown);

/** While the component is mounted its keys work, above those of what it covers. */
export function useKeys(keys: KeyMap): void {
  useEffect(() => {
    layers.push(keys);
    return () => {
      const at = layers.indexOf(keys);
      if (at >= 0) layers.splice(at, 1);
    };
  });
}

/** F6: moves focus to the next region of the page. */
export function focusNextRegion(back: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null);
  const now = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(now + (back ? -1 : 1) + regions.length) % regions.length];
  next?.focus();
}
