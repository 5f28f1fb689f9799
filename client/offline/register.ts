/** Asks the browser to keep the built client for times without a network, once the page has nothing else to do. */
const DELAY_MS = 4000;

export function keepForOffline(): void {
  if (!('serviceWorker' in navigator) || !globalThis.isSecureContext) return;
  const register = (): void => {
    navigator.serviceWorker.register(new URL('service-worker.js', document.baseURI)).catch(() => undefined);
  };
  const later = (): void => {
    setTimeout(register, DELAY_MS);
  };
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}
