/** A thread that plays the games whose numbers it is sent. */
import { parentPort, workerData } from 'node:worker_threads';
import { playGame, type Series } from './play-games.ts';

parentPort?.on('message', (index: number) => {
  playGame(workerData as Series, index)
    .then((game) => parentPort?.postMessage({ index, game }))
    .catch((error: unknown) =>
      setImmediate(() => {
        throw error;
      }),
    );
});
