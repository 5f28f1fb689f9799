/** Serves the built client: compressed beforehand where possible, hashed files for ever, the page itself never cached. */
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type RequestHandler, Router, static as serveStatic } from 'express';

const FOR_EVER = 'public, max-age=31536000, immutable';
const HASHED = /^\/assets\/.*-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export function clientFiles(folder: string): Router {
  const router = Router();
  router.use(compressed(folder));
  router.use(
    serveStatic(folder, {
      index: 'index.html',
      redirect: false,
      setHeaders: (response, file) => cacheAs(response, file.slice(folder.length)),
    }),
  );
  router.get(/^\/(?!api\/|matchmake\/)[^.]*$/, (_request, response, next) => {
    const page = join(folder, 'index.html');
    if (!existsSync(page)) return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
  return router;
}

/** Answers with `file.br` or `file.gz` when it lies beside the file and the browser takes it. */
function compressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const path = decoded(request.path);
    const type = path === null ? undefined : TYPES[extname(path)];
    if (path === null || type === undefined || path.includes('..') || (request.method !== 'GET' && request.method !== 'HEAD'))
      return next();
    const accepted = request.headers['accept-encoding'] ?? '';
    const found = ENCODINGS.find(({ name, suffix }) => accepted.includes(name) && existsSync(join(folder, path + suffix)));
    if (found === undefined) return next();
    cacheAs(response, path);
    response.setHeader('Vary', 'Accept-Encoding');
    response.sendFile(join(folder, path + found.suffix), {
      headers: { 'Content-Type': type, 'Content-Encoding': found.name },
      cacheControl: false,
    });
  };
}

function cacheAs(response: { setHeader(name: string, value: string): unknown }, path: string): void {
  response.setHeader('Cache-Control', HASHED.test(path.replaceAll('\\', '/')) ? FOR_EVER : 'no-cache');
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
