/** The HTTP interface: scenarios, rulesets, creating, finding and joining matches, logs of matches that have ended. */
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { presence } from '#shared/match/messages.ts';
import { isRefused } from '#shared/match/reasons.ts';
import { matchSettingsSchema } from '#shared/protocol/commands.ts';
import type { MessageRef } from '#shared/state/ledger.ts';
import { idSchema } from '#shared/util/ids.ts';
import type { Rulesets } from '../content/rulesets.ts';
import type { Matches } from '../match/matches.ts';
import { MATCH_ID_PATTERN, newToken, personOf, TOKEN_PATTERN } from '../match/secrets.ts';
import type { Metrics } from '../metrics.ts';
import type { MatchRow } from '../store/rows.ts';
import type { Store } from '../store/store.ts';
import { malformed, NOT_FOUND } from './reasons.ts';
import { pacedTo } from './security.ts';

const LISTED = 50;
const nameSchema = z.string().trim().min(1).max(24);
const createSchema = z.strictObject({
  settings: matchSettingsSchema,
  seat: idSchema.nullable(),
  name: nameSchema,
  start: z.boolean(),
});
const joinSchema = z.strictObject({
  name: nameSchema,
  seat: idSchema.nullable(),
  token: z.string().regex(TOKEN_PATTERN).optional(),
});
const matchIdSchema = z.string().regex(MATCH_ID_PATTERN);
const codeSchema = z
  .string()
  .transform((code) => code.trim().toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9]{6}$/));
const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export interface ApiDeps {
  readonly matches: Matches;
  readonly rulesets: Rulesets;
  readonly store: Store;
  readonly metrics: Metrics;
  readonly limits: ApiLimits;
}

/** Requests a minute from one address. */
export interface ApiLimits {
  readonly read: number;
  readonly create: number;
  readonly join: number;
  readonly matchmaking: number;
}
/** A class of 30 behind one address must be able to join at once. */
export const DEFAULT_LIMITS: ApiLimits = { read: 600, create: 30, join: 120, matchmaking: 240 };

export function api({ matches, rulesets, store, metrics, limits }: ApiDeps): Router {
  const router = Router();
  router.use(pacedTo(limits.read, metrics));

  router.get('/scenarios', (_request, response) => {
    response.json(rulesets.scenarios());
  });

  router.get('/mods', (_request, response) => {
    response.json(rulesets.mods);
  });

  router.get('/rulesets/:hash', async (request, response) => {
    const hash = hashSchema.safeParse(request.params.hash);
    const gzipped = hash.success ? await rulesets.gzipped(hash.data) : null;
    if (gzipped === null) return refusal(response, 404, NOT_FOUND);
    if (isRefused(gzipped)) return refusal(response, 409, gzipped.rejection);
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Content-Type', 'application/json; charset=utf-8');
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipped);
  });

  router.get('/matches', async (_request, response) => {
    const rows = await store.listedMatches(LISTED);
    response.json(rows.map((row) => ({ matchId: row.id, code: row.code, settings: row.table.settings, ...shown(row) })));
  });

  router.post('/matches', pacedTo(limits.create, metrics), async (request, response) => {
    const wanted = createSchema.safeParse(request.body);
    if (!wanted.success) return refusal(response, 400, malformed(wanted.error));
    const created = await matches.create(wanted.data);
    if (isRefused(created)) return refusal(response, 409, created.rejection);
    response.status(201).json(created);
  });

  router.post('/matches/:matchId/join', pacedTo(limits.join, metrics), (request, response) => join(matches, request, response));

  router.get('/matches/:matchId/log', async (request, response) => {
    const matchId = matchIdSchema.safeParse(request.params.matchId);
    if (!matchId.success) return refusal(response, 404, NOT_FOUND);
    const log = await matches.log(matchId.data);
    if (isRefused(log)) return refusal(response, log.rejection.id === 'reject.unknown-match' ? 404 : 403, log.rejection);
    response.setHeader('Content-Disposition', `attachment; filename="match-${matchId.data}.json"`);
    response.json(log);
  });

  router.get('/codes/:code', pacedTo(limits.join, metrics), async (request, response) => {
    const code = codeSchema.safeParse(request.params.code);
    const row = code.success ? await store.matchByCode(code.data) : null;
    if (row === null) return refusal(response, 404, { id: 'reject.unknown-code', params: {} });
    response.json({ matchId: row.id, scenario: row.scenario, ...shown(row) });
  });

  return router;
}

async function join(matches: Matches, request: Request, response: Response): Promise<void> {
  const matchId = matchIdSchema.safeParse(request.params.matchId);
  const wanted = joinSchema.safeParse(request.body);
  if (!wanted.success) return refusal(response, 400, malformed(wanted.error));
  const match = matchId.success ? await matches.open(matchId.data) : null;
  if (match === null) return refusal(response, 404, { id: 'reject.unknown-match', params: {} });
  if (isRefused(match)) return refusal(response, 409, match.rejection);
  const { name, seat, token: held } = wanted.data;
  const token = held !== undefined && match.knows(personOf(held)) ? held : newToken();
  const refused = await match.join(personOf(token), name, seat);
  if (refused !== null) return refusal(response, 409, refused.rejection);
  response.json({ token });
}

function shown({ table }: MatchRow) {
  return { status: table.status, turn: table.turn, seats: presence(table) };
}

function refusal(response: Response, status: number, error: MessageRef): void {
  response.status(status).json({ error });
}
