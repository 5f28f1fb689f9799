/**
 * The door to the rooms: requests that passed the checks go on to Colyseus. Who joins a match by its id gets in whether
 * or not its room is there at the moment, for the match itself is in the store.
 */
import type { RequestListener } from 'node:http';
import { matchMaker } from '@colyseus/core';
import type { RequestHandler } from 'express';
import { z } from 'zod';
import { malformed } from '../http/reasons.ts';
import { joinOptionsSchema } from './match-room.ts';

const reconnectOptionsSchema = z.strictObject({ reconnectionToken: z.string().max(64) });
const METHODS = ['joinOrCreate', 'joinById', 'reconnect'];

/** Rooms can be joined, not created at will; answers carry no permission for other origins. */
export function restrictMatchmaking(): void {
  matchMaker.controller.exposedMethods = METHODS;
  matchMaker.controller.DEFAULT_CORS_HEADERS = {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;
  matchMaker.controller.getCorsHeaders = () => ({});
}

/** For `POST /matchmake/:method/:name`, with the body already read. */
export function matchmaking(rooms: RequestListener): RequestHandler {
  return async (request, response) => {
    const { method, name } = request.params;
    const schema = method === 'reconnect' ? reconnectOptionsSchema : joinOptionsSchema;
    const parsed = schema.safeParse(request.body);
    if (!parsed.success) {
      response.status(400).json({ error: malformed(parsed.error) });
      return;
    }
    request.body = parsed.data;
    if (method === 'joinById' && 'matchId' in parsed.data && parsed.data.matchId === name && !(await hasRoom(name))) {
      request.url = '/matchmake/joinOrCreate/match';
    }
    rooms(request, response);
  };
}

async function hasRoom(roomId: string): Promise<boolean> {
  return Boolean(await matchMaker.driver.findOne({ roomId }));
}
