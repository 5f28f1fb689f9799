/**
 * Keeps the built client for times without a network. Files with a hash in their name never change and come from the
 * cache; the page comes from the network where there is one, so that an update shows at the next visit. The files of
 * the version before stay until the next update, for pages that are still open.
 */
export {};

declare const self: ServiceWorkerGlobalScope;

/** Both are written in when the client is built. */
const FILES = JSON.parse('$FILES') as string[];
const VERSION = '$VERSION';

const PREFIX = 'chokepoint-';
const CACHE = `${PREFIX}${VERSION}`;
/** Versions before this one that are kept. */
const EARLIER = 1;
/** A network that takes longer than this for the page counts as none. */
const PATIENCE_MS = 3000;

const scope = self.registration.scope;
const inScope = (file: string): string => new URL(file, scope).href;
const PAGE = inScope('./');

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = [PAGE, ...FILES.filter((file) => file !== 'index.html').map(inScope)];
  await Promise.all(
    wanted.map(async (address) => {
      const kept = address === PAGE ? undefined : await caches.match(address);
      await (kept === undefined ? cache.add(new Request(address, { cache: 'no-cache' })) : cache.put(address, kept));
    }),
  );
  await self.skipWaiting();
}

async function activate(): Promise<void> {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(earlier.slice(0, -EARLIER).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const fresh = fetch(request).then(
    (response) => (response.ok ? response : null),
    () => null,
  );
  return (await Promise.race([fresh, late])) ?? (await cache.match(PAGE)) ?? (await fresh) ?? Response.error();
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const cache = await caches.open(CACHE);
    await cache.put(request, response.clone());
  }
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const path = request.url.slice(scope.length);
  if (request.mode === 'navigate') {
    if (/^(#.*|\?.*|index\.html.*)?$/.test(path)) event.respondWith(page(request));
  } else if (path.startsWith('assets/')) event.respondWith(file(request));
});
