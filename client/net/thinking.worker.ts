/** Advice and forecasts are worked out here, so that planning never waits for them. */
import { advise } from '#shared/bots/advisor.ts';
import { preview } from '#shared/bots/preview.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { ThinkingAnswer, ThinkingRequest } from './thinking-messages.ts';

let ruleset: Ruleset | null = null;

function answerTo(request: ThinkingRequest): ThinkingAnswer | null {
  if (request.do === 'ruleset') {
    ruleset = request.ruleset;
    return null;
  }
  if (ruleset === null) return { id: request.id, failed: 'no ruleset' };
  if (request.do === 'advise') return { id: request.id, plans: advise(ruleset, request.view, request.key) };
  return {
    id: request.id,
    forecast: preview(ruleset, request.view, request.orders, { samples: request.samples, key: request.key }),
  };
}

globalThis.onmessage = (event: MessageEvent<ThinkingRequest>) => {
  let answer: ThinkingAnswer | null;
  try {
    answer = answerTo(event.data);
  } catch (error) {
    answer = { id: event.data.id, failed: String(error) };
  }
  if (answer !== null) globalThis.postMessage(answer);
};
