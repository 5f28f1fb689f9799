/** Headers that every answer carries, the check of the origin, and limits on size and rate. */
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Origins } from './origins.ts';
import { FAULT, FORBIDDEN_ORIGIN, NOT_FOUND, TOO_FAST, TOO_LARGE } from './reasons.ts';

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
  next();
};

/** Refuses pages of other origins, and lets those that the host named read the answers. */
export function originCheck(origins: Origins): RequestHandler {
  return (request, response, next) => {
    const { origin, host } = request.headers;
    if (!origins.mayTalk(origin, host)) {
      response.status(403).json({ error: FORBIDDEN_ORIGIN });
      return;
    }
    if (origin !== undefined && origins.isNamed(origin)) {
      response.setHeader('Access-Control-Allow-Origin', origin);
      response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('Vary', 'Origin');
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };
}

/** At most `perMinute` requests a minute from one address. */
export function pacedTo(perMinute: number, metrics: Metrics): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: false,
    handler: (_request: Request, response: Response) => {
      metrics.requestsLimited += 1;
      response.status(429).json({ error: TOO_FAST });
    },
  });
}

export const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: NOT_FOUND });
};

/** The last handler: bad bodies are the sender's fault, all else is ours and logged. */
export function faults(log: Log, metrics: Metrics): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = (error as { status?: unknown } | null)?.status;
    if (status === 413) response.status(413).json({ error: TOO_LARGE });
    else if (typeof status === 'number' && status >= 400 && status < 500) {
      response.status(status).json({ error: { id: 'reject.malformed', params: { path: '' } } });
    } else {
      metrics.faults += 1;
      log.error({ err: error }, 'a request failed');
      response.status(500).json({ error: FAULT });
    }
  };
}
