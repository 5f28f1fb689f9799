/** The worker that holds matches of this browser, as promises; started when it is first needed. */
import { Refused } from '../net/http-api.ts';
import type { HostAnswer, HostRequest } from './host-messages.ts';
import workerAddress from './match-host.worker.ts?entry';

type Told = Extract<HostAnswer, { told: string }>;

let worker: Worker | null = null;
let next = 1;
const waiting = new Map<number, (answer: Exclude<HostAnswer, Told>) => void>();
const listeners = new Map<string, (news: Told) => void>();

function started(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(workerAddress, { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<HostAnswer>) => {
    if ('told' in data) {
      listeners.get(data.told)?.(data);
      return;
    }
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return worker;
}

/** Rejects with a `Refused` that carries the reason. */
export function askHost<T>(request: HostRequest): Promise<T> {
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, (answer) => {
      if ('refused' in answer) reject(new Refused(answer.refused, 0));
      else resolve(answer.value as T);
    });
    started().postMessage({ id, request });
  });
}

/** News of one open match, until the returned function is called. */
export function listenToHost(matchId: string, listener: (news: Told) => void): () => void {
  listeners.set(matchId, listener);
  return () => {
    if (listeners.get(matchId) === listener) listeners.delete(matchId);
  };
}
