/** Distil: learn from a rival's API for the next run. */
import { expect, test } from 'vitest';
import {
  causedBy,
  checked,
  DEEPSEEK,
  deal,
  EAST,
  enact,
  META,
  OPENAI,
  october,
  ownOf,
  paidFor,
  play,
  QWEN,
  reasonOf,
  teach,
  WASHINGTON,
} from '../situation.ts';

const distil = (from: string) => ({ kind: 'distil', from });
const ready = () => october((state) => teach(state, DEEPSEEK, 'distillation'));

test('notes what can be reached by the rival’s model, and pays for its use', () => {
  const before = ready();
  const { state, ledger } = play(before, { [DEEPSEEK]: [distil(OPENAI)] });
  expect(ownOf(state, DEEPSEEK).distilled).toMatchObject({ from: OPENAI, capabilityMilli: 58900 });
  expect(paidFor(ledger, DEEPSEEK, 'distil')).toBe(checked(before, DEEPSEEK, distil(OPENAI)).cost.kusd);
  expect(causedBy(ledger, DEEPSEEK, 'distil').map((entry) => entry.topic)).toContain('distil');
});

test('refuses a lab without an API, a second time within three turns, and what a law bars', () => {
  expect(reasonOf(ready(), DEEPSEEK, distil(META))).toBe('reject.distil.no-api');
  expect(reasonOf(ready(), DEEPSEEK, distil(DEEPSEEK))).toBe('reject.distil.no-api');
  const { state } = play(ready(), { [DEEPSEEK]: [distil(OPENAI)] });
  expect(reasonOf(state, DEEPSEEK, distil(QWEN))).toBe('reject.distil.wait');
  const law = ready();
  enact(law, 'models', 'total', WASHINGTON, EAST);
  expect(reasonOf(law, DEEPSEEK, distil(OPENAI))).toBe('reject.law');
  expect(reasonOf(law, DEEPSEEK, distil(QWEN))).toBeNull();
  expect(reasonOf(october(), DEEPSEEK, distil(OPENAI))).toBe('reject.role');
});

test('half a control halves what is learned', () => {
  const guarded = ready();
  enact(guarded, 'models', 'accounts', WASHINGTON, EAST);
  const { state } = play(guarded, { [DEEPSEEK]: [distil(OPENAI)] });
  expect(ownOf(state, DEEPSEEK).distilled?.capabilityMilli).toBe(47500 + (58900 - 47500) / 2);
});

test('found out, by luck that the seed decides, it costs trust; a promise to the victim is broken, one to another is not', () => {
  const to = (victim: string) =>
    deal(DEEPSEEK, victim, 3, { term: 'promise', from: DEEPSEEK, to: victim, conduct: 'no-distilling' });
  const { state } = play(ready(), { [DEEPSEEK]: [distil(OPENAI)] }, [to(OPENAI), to(QWEN)]);
  expect(state.deals[to(OPENAI).id]?.broken).toBe(true);
  expect(state.deals[to(QWEN).id]?.broken).toBe(false);
  const results = ['0', '1', '2', '3', '4', '5', '6', '7'].map((digit) => {
    const seeded = ready();
    seeded.hidden.seed = digit.repeat(32);
    const { state: next, ledger } = play(seeded, { [DEEPSEEK]: [distil(OPENAI)] });
    const found = ledger.some((entry) => entry.line?.id === 'report.distil.found');
    expect(next.actors[DEEPSEEK]?.open.trust).toBe((seeded.actors[DEEPSEEK]?.open.trust ?? 0) - (found ? 10 : 0));
    return found;
  });
  expect(new Set(results)).toEqual(new Set([true, false]));
});
