/** Which of the four layouts fits the window, and what is open on top of it. */
import { signal } from '@preact/signals';

export type Layout = 'wide' | 'desk' | 'tablet' | 'phone';
export const TABS = ['leaderboard', 'research', 'supply', 'policy', 'deals'] as const;
export type Tab = (typeof TABS)[number] | 'orders' | 'chat';

const NORMAL_TEXT_PX = 16;
/** From here on words that an icon stands for give way. */
const LARGE_TEXT = 1.5;

/** With larger text the window counts as narrower: the map yields to the panels. */
function measure(): Layout {
  const root = globalThis.document?.documentElement;
  const scale = root === undefined ? 1 : Math.max(1, Number.parseFloat(getComputedStyle(root).fontSize) / NORMAL_TEXT_PX);
  root?.classList.toggle('large-text', scale >= LARGE_TEXT);
  const width = (globalThis.innerWidth ?? 1600) / scale;
  if (width >= 1440) return 'wide';
  if (width >= 1180) return 'desk';
  return width >= 768 ? 'tablet' : 'phone';
}

export const layout = signal<Layout>(measure());
globalThis.addEventListener?.('resize', () => {
  layout.value = measure();
});

/** Tab on screen; orders and chat are tabs of their own only where there is no column for them. */
export const tab = signal<Tab>('leaderboard');
/** The full-width research screen. */
export const researchOpen = signal(false);
/** The world as tables instead of the map. */
export const listView = signal(false);
export const keysOpen = signal(false);
/** What is picked on the map and in the list view: one thing in both. */
export const picked = signal<string | null>(null);
/** What the order dialog shows: the picker, a form for a kind, or the form of an order already drafted. */
export type Ordering =
  | { at: 'picker' }
  | { at: 'form'; kind: string; index: number | null; start?: Readonly<Record<string, string | number | boolean>> }
  | null;
export const ordering = signal<Ordering>(null);

export function openTab(next: Tab): void {
  tab.value = next;
  researchOpen.value = next === 'research';
}
