/** The express application: one wall of checks, then health, interface, matchmaking and the client's files. */
import type { RequestListener } from 'node:http';
import express, { type Express } from 'express';
import type { Log } from '../log.ts';
import { metricsText } from '../metrics.ts';
import { matchmaking } from '../rooms/matchmaking.ts';
import { type ApiDeps, api } from './api.ts';
import { clientFiles } from './client-files.ts';
import type { Origins } from './origins.ts';
import { faults, notFound, originCheck, pacedTo, securityHeaders } from './security.ts';

const BODY_LIMIT = '16kb';
const MATCHMAKING_LIMIT = '2kb';

export interface AppDeps extends ApiDeps {
  readonly origins: Origins;
  readonly log: Log;
  /** Folder of the built client. */
  readonly clientFolder: string;
  readonly clients: () => number;
  /** Handles matchmaking once a request has passed the checks. */
  readonly rooms: RequestListener;
  /** Number of proxies in front whose forwarding headers are to be believed. */
  readonly proxies: number;
}

export function app(deps: AppDeps): Express {
  const { metrics, log, matches, limits } = deps;
  const server = express();
  server.disable('x-powered-by');
  server.set('trust proxy', deps.proxies);
  server.use(securityHeaders);

  server.get('/health', (_request, response) => {
    response.json({ ok: true, matches: matches.live, clients: deps.clients() });
  });
  server.get('/metrics', (_request, response) => {
    response.type('text/plain; version=0.0.4').send(metricsText(metrics, { matchesLive: matches.live, clients: deps.clients() }));
  });

  server.use('/api', originCheck(deps.origins), express.json({ limit: BODY_LIMIT, strict: true }), api(deps), notFound);

  server.use(
    '/matchmake',
    originCheck(deps.origins),
    pacedTo(limits.matchmaking, metrics),
    express.json({ limit: MATCHMAKING_LIMIT }),
  );
  server.post('/matchmake/:method/:name', matchmaking(deps.rooms));

  server.use(clientFiles(deps.clientFolder));
  server.use(notFound);
  server.use(faults(log, metrics));
  return server;
}
