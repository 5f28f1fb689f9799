/** Publish: a technique of one's own for the commons. */
import { expect, test } from 'vitest';
import { causedBy, checked, DEEPSEEK, EAST, october, play, reasonOf, without } from '../situation.ts';

const publish = (tech: string) => ({ kind: 'publish', tech: `base:${tech}` });

test('adds a publisher, openness and trust, and costs nothing', () => {
  const before = october();
  const { state, ledger } = play(before, { [DEEPSEEK]: [publish('mixture-of-experts')] });
  expect(state.commons['base:mixture-of-experts']).toEqual(['base:deepseek', 'base:google']);
  expect(causedBy(ledger, DEEPSEEK, 'publish')).toMatchObject([{ topic: 'commons', subject: EAST, amount: 4 }]);
  expect(state.actors[DEEPSEEK]?.open.trust).toBe((before.actors[DEEPSEEK]?.open.trust ?? 0) + 1);
  expect(checked(before, DEEPSEEK, publish('mixture-of-experts')).cost).toEqual({ kusd: 0, capital: 0, talent: 0 });
});

test('refuses what is not known, and what is done', () => {
  expect(reasonOf(october(), DEEPSEEK, publish('fp8-training'))).toBe('reject.publish.not-known');
  expect(reasonOf(october(), DEEPSEEK, publish('dense-transformer'))).toBe('reject.publish.done');
  const { state } = play(october(), { [DEEPSEEK]: [publish('custom-kernels')] });
  expect(reasonOf(state, DEEPSEEK, publish('custom-kernels'))).toBe('reject.publish.done');
  expect(reasonOf(october(), DEEPSEEK, publish('custom-kernels'), without('open-source'))).toBe('reject.open-source.off');
});
