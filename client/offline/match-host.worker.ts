/** Matches of this browser run here, so that bots may think without the page standing still. */

import { FencedError } from '#shared/match/match-store.ts';
import { isRefused } from '#shared/match/reasons.ts';
import { BrowserStore } from './browser-store.ts';
import type { HostAnswer, HostRequest } from './host-messages.ts';
import { MatchHost } from './match-host.ts';

const say = (answer: HostAnswer): void => globalThis.postMessage(answer);
const host = new MatchHost(new BrowserStore(), say);

globalThis.onmessage = async ({ data: { id, request } }: MessageEvent<{ id: number; request: HostRequest }>) => {
  try {
    const value = await host.answer(request);
    say(isRefused(value) ? { id, refused: value.rejection } : { id, value });
  } catch (error) {
    const elsewhere = error instanceof FencedError;
    if (!elsewhere) console.error(error);
    say({ id, refused: { id: elsewhere ? 'ui.line.elsewhere' : 'ui.error.here', params: {} } });
  }
};
