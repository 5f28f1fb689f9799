/** A thread that plays games of history: world and number in, rows out. */
import { parentPort } from 'node:worker_threads';
import { playWorld, type World } from './history-games.ts';

parentPort?.on('message', ({ world, index }: { world: World; index: number }) => {
  playWorld(world, index)
    .then((played) => parentPort?.postMessage({ world, index, played }))
    .catch((error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
    );
});
