/** The address as a screen: `#/match/<id>`, `#/join/<code>`, `#/rules`, else home. */
import { signal } from '@preact/signals';

export type Route = { at: 'home' } | { at: 'match'; matchId: string } | { at: 'join'; code: string } | { at: 'rules' };

function read(): Route {
  const [, where, what] = (globalThis.location?.hash ?? '').split('/');
  if (where === 'match' && what) return { at: 'match', matchId: decodeURIComponent(what) };
  if (where === 'join' && what) return { at: 'join', code: decodeURIComponent(what) };
  if (where === 'rules') return { at: 'rules' };
  return { at: 'home' };
}

export const route = signal<Route>(read());

globalThis.addEventListener?.('hashchange', () => {
  route.value = read();
});

export function goHome(): void {
  location.hash = '#/';
}

export function goToMatch(matchId: string): void {
  location.hash = `#/match/${encodeURIComponent(matchId)}`;
}
