/** Puts the parts together into one running server: store, rulesets, matches, rooms and HTTP on one port. */
import { createServer, type Server as HttpServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defineRoom, defineServer, matchMaker } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { readInstalledMods } from './content/installed-mods.ts';
import { loadBaseRuleset } from './content/read-mod-folder.ts';
import { Rulesets } from './content/rulesets.ts';
import { type ApiLimits, DEFAULT_LIMITS } from './http/api.ts';
import { app } from './http/app.ts';
import { Origins } from './http/origins.ts';
import type { Log } from './log.ts';
import { Matches } from './match/matches.ts';
import { newMetrics } from './metrics.ts';
import { matchRoomOver } from './rooms/match-room.ts';
import { restrictMatchmaking } from './rooms/matchmaking.ts';
import type { Pace } from './rooms/pace.ts';
import { openStore } from './store/open-store.ts';

/** Frames beyond this are not read at all: the connection ends. */
const MAX_FRAME_BYTES = 64 * 1024;

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  /** Folder of the store, or `:memory:`. */
  readonly dataFolder: string;
  readonly clientFolder: string;
  /** Other origins whose pages may talk to the server, comma-separated. */
  readonly origins?: string;
  readonly proxies?: number;
  readonly log: Log;
  readonly limits?: ApiLimits;
  readonly pace?: Pace;
  readonly now?: () => number;
}

export interface RunningServer {
  readonly port: number;
  readonly matches: Matches;
  /** Ends cleanly: everything acknowledged is stored, clients are told, the port is free. */
  stop(): Promise<void>;
}

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, now = Date.now, limits = DEFAULT_LIMITS } = options;
  const metrics = newMetrics();
  const origins = new Origins(options.origins ?? '');
  const [base, mods] = await Promise.all([loadBaseRuleset(), readInstalledMods()]);
  for (const fault of mods.faults) log.warn(fault);
  const http = createServer();
  const store = await openStore(options.dataFolder);
  const rulesets = new Rulesets(base, mods, store);
  await rulesets.keep(now());
  const matches = new Matches({ store, rulesets, now, log, metrics });
  const rooms = defineServer({
    greet: false,
    gracefullyShutdown: false,
    logger: log,
    transport: new WebSocketTransport({
      server: http,
      maxPayload: MAX_FRAME_BYTES,
      beforeUpgrade: (request) => {
        const { headers } = request;
        return origins.mayTalk(headers.get('origin'), headers.get('host')) ? undefined : new Response(null, { status: 403 });
      },
    }),
    rooms: {
      match: defineRoom(matchRoomOver({ matches, now, log, metrics, ...(options.pace ? { pace: options.pace } : {}) })).filterBy([
        'matchId',
      ]),
    },
  });
  restrictMatchmaking();
  try {
    await listen(rooms, http, options);
  } catch (error) {
    await store.close();
    throw error;
  }
  const colyseus = takeOver(http);
  const clients = () => matchMaker.stats.local.ccu;
  http.on(
    'request',
    app({
      ...options,
      proxies: options.proxies ?? 0,
      origins,
      matches,
      rulesets,
      store,
      metrics,
      limits,
      log,
      clients,
      rooms: colyseus,
    }),
  );
  matches.startClock();
  return {
    port: (http.address() as AddressInfo).port,
    matches,
    stop: async () => {
      await matches.stop();
      await rooms.gracefullyShutdown(false);
      await matches.stop();
      http.closeAllConnections();
      await store.close();
    },
  };
}

/** Rejects when the port can't be opened; errors after that are logged. */
async function listen(
  rooms: ReturnType<typeof defineServer>,
  http: HttpServer,
  { port, host, log }: ServerOptions,
): Promise<void> {
  http.removeAllListeners('error');
  const failed = new Promise<never>((_, reject) => http.once('error', reject));
  await Promise.race([rooms.listen(port, host), failed]);
  http.removeAllListeners('error');
  http.on('error', (error) => log.error({ err: error }, 'an error on the port'));
}

/** Takes the request handler that Colyseus put on the port, so that the application stands in front of it. */
function takeOver(http: HttpServer): RequestListener {
  const handlers = http.listeners('request') as RequestListener[];
  http.removeAllListeners('request');
  return (request, response) => {
    for (const handler of handlers) handler(request, response);
  };
}
