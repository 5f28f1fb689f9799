/** Starts the server from the environment: PORT, HOST, DATA_DIR, ORIGINS, PROXIES, LOG_LEVEL. */
import { fileURLToPath } from 'node:url';
import { openLog } from './log.ts';
import { type RunningServer, startServer } from './start-server.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFAULT_PORT = 2567;
const { PORT, HOST, DATA_DIR, ORIGINS, PROXIES, LOG_LEVEL, CLIENT_DIR } = process.env;

const port = Number(PORT || DEFAULT_PORT);
const host = HOST || '127.0.0.1';
const log = openLog(LOG_LEVEL || 'error');

process.on('unhandledRejection', (error) => log.error({ err: error }, 'an unhandled rejection'));
process.on('uncaughtException', (error) => log.error({ err: error }, 'an uncaught exception'));

async function start(): Promise<RunningServer> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${PORT}".`);
  return startServer({
    port,
    host,
    dataFolder: DATA_DIR || `${ROOT}data`,
    clientFolder: CLIENT_DIR || `${ROOT}dist/client`,
    origins: ORIGINS ?? '',
    proxies: Number(PROXIES || 0),
    log,
  });
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another one, for example: PORT=${port + 1} npm start`;
  if (code === 'EACCES')
    return `Port ${port} may not be opened by this user. Choose one above 1023, for example: PORT=${DEFAULT_PORT} npm start`;
  return `The server could not start: ${message}`;
}

try {
  const server = await start();
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  console.log(`Chokepoint is running at http://${shown.includes(':') ? `[${shown}]` : shown}:${server.port}`);
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await server.stop().catch((error: unknown) => log.error({ err: error }, 'the server did not end cleanly'));
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
