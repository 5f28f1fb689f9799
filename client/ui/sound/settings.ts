/** Whether the game makes sounds and may notify: kept in this browser, silent at first where motion is reduced. */
import { signal } from '@preact/signals';

const SOUND_KEY = 'chokepoint:sound';
const NOTIFY_KEY = 'chokepoint:notify';
const stored = (key: string): string | null => globalThis.localStorage?.getItem(key) ?? null;
const calmBrowser = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

export const soundOn = signal(stored(SOUND_KEY) === null ? !calmBrowser() : stored(SOUND_KEY) === 'yes');
export const notifyOn = signal(stored(NOTIFY_KEY) === 'yes');

export function setSound(on: boolean): void {
  localStorage.setItem(SOUND_KEY, on ? 'yes' : 'no');
  soundOn.value = on;
}

/** Asks the browser first; stays off when it says no. */
export async function setNotify(on: boolean): Promise<void> {
  const allowed = on && 'Notification' in globalThis && (await Notification.requestPermission()) === 'granted';
  localStorage.setItem(NOTIFY_KEY, allowed ? 'yes' : 'no');
  notifyOn.value = allowed;
}
