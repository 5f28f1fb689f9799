/** Release: a finished model goes on the board, openly, by API or both; weights once open stay open. */
import { expect, test } from 'vitest';
import type { MatchState } from '#shared/state/schema.ts';
import { actorOf, causedBy, DEEPSEEK, EAST, october, ownOf, parameter, play, reasonOf, teach } from '../situation.ts';

const MODEL = 'test/model';
const release = (way: string, pricePermille = 1000, model = MODEL) => ({ kind: 'release', model, way, pricePermille });

/** DeepSeek holds a finished model of 60 points that uses two techniques of its own. */
const finished = (): MatchState =>
  october((state) => {
    teach(state, DEEPSEEK, 'latent-attention');
    const [any] = Object.values(state.models);
    if (any === undefined) throw new RangeError('no model on the board');
    ownOf(state, DEEPSEEK).models[MODEL] = {
      ...any,
      id: MODEL,
      name: 'V9',
      by: DEEPSEEK,
      capabilityMilli: 60_000,
      costKusd: 5600,
      techs: ['base:dense-transformer', 'base:latent-attention'],
      open: false,
      api: false,
    };
  });

test.each([
  ['api', false, true],
  ['open', true, false],
  ['both', true, true],
])('%s: the model is on the board, open %s, by API %s', (way, open, api) => {
  const { state, ledger } = play(finished(), { [DEEPSEEK]: [release(way, 500)] });
  expect(state.models[MODEL]).toMatchObject({ name: 'V9', open, api, pricePermille: 500, releasedTurn: 0 });
  expect(ownOf(state, DEEPSEEK).models[MODEL]).toBeUndefined();
  expect(actorOf(state, DEEPSEEK).open.lastReleaseTurn).toBe(0);
  expect(causedBy(ledger, DEEPSEEK, 'release')).toContainEqual(
    expect.objectContaining({ topic: 'board', after: 60_000, audience: 'all' }),
  );
});

test('open weights show their techniques to all, save those known from the start, and raise the commons of the bloc', () => {
  const before = finished();
  const gauge = before.blocs[EAST]?.open.commonsGauge ?? 0;
  const { state } = play(before, { [DEEPSEEK]: [release('open')] });
  expect(state.commons['base:latent-attention']).toContain(DEEPSEEK);
  expect(state.commons['base:dense-transformer'] ?? []).not.toContain(DEEPSEEK);
  // The gauge fades at the end of the phase.
  const kept = 1 - parameter('commons-fade');
  expect(state.blocs[EAST]?.open.commonsGauge).toBe(Math.floor((gauge + parameter('commons-per-weights')) * kept));
  const closed = play(before, { [DEEPSEEK]: [release('api')] }).state;
  expect(closed.commons['base:latent-attention'] ?? []).not.toContain(DEEPSEEK);
  expect(closed.blocs[EAST]?.open.commonsGauge).toBe(Math.floor(gauge * kept));
});

test('a new price is no release, and weights stay open', () => {
  const { state } = play(finished(), { [DEEPSEEK]: [release('open')] });
  const { state: after, ledger } = play(state, { [DEEPSEEK]: [release('api', 700)] });
  expect(after.models[MODEL]).toMatchObject({ open: true, api: true, pricePermille: 700, releasedTurn: 0 });
  expect(actorOf(after, DEEPSEEK).open.lastReleaseTurn).toBe(0);
  expect(causedBy(ledger, DEEPSEEK, 'release')[0]?.line?.id).toBe('report.repriced');
});

test('only an own model that is finished can be released', () => {
  expect(reasonOf(finished(), DEEPSEEK, release('api', 1000, 'nothing'))).toBe('reject.release.model');
  const rival = Object.values(finished().models).find((model) => model.by !== DEEPSEEK);
  expect(reasonOf(finished(), DEEPSEEK, release('api', 1000, rival?.id))).toBe('reject.release.model');
});
