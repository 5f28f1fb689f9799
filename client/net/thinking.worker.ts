/** Advice, forecasts and counterfactuals are worked out here, so that the page never waits for them. */
import { advise } from '#shared/bots/advisor.ts';
import { type Forecast, openPreviews, type Preview } from '#shared/bots/preview.ts';
import { seatEntries, seatView } from '#shared/match/views.ts';
import type { PastMessage } from '#shared/protocol/messages.ts';
import { type Branch, playBranch } from '#shared/replay/branch.ts';
import { branchGame } from '#shared/replay/branch-band.ts';
import { summaryOf } from '#shared/replay/branch-summary.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import { type BranchRequest, type OpenBranch, openBranch, playRecord, type Recorded } from '#shared/replay/open-branch.ts';
import { playTrial } from '#shared/replay/trial.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import type { ThinkingAnswer, ThinkingRequest } from './thinking-messages.ts';

let ruleset: Ruleset | null = null;
/** The finished match that branches leave, and how it was played; played when it is first asked for. */
let match: { log: MatchLog; record: Recorded | null } | null = null;
/** The branch that was made last, for looking at its turns and for playing it with other luck. */
let open: OpenBranch | null = null;
let branch: Branch | null = null;

/** The turn that is played ahead, and the drafts that were, to go on with more samples of them. */
let ahead: { of: string; open: ReturnType<typeof openPreviews>; drafts: Map<string, Preview> } | null = null;

function forecastOf(world: Ruleset, { view, orders, key, samples }: Extract<ThinkingRequest, { do: 'preview' }>): Forecast {
  const of = JSON.stringify([key, view]);
  if (ahead?.of !== of) ahead = { of, open: openPreviews(world, view, { key, others: 'bots' }), drafts: new Map() };
  const draft = JSON.stringify(orders);
  const preview = ahead.drafts.get(draft) ?? ahead.open(orders);
  ahead.drafts.set(draft, preview);
  return preview(samples);
}

function matchOf(world: Ruleset): { log: MatchLog; record: Recorded } {
  if (match === null) throw new Error('no match');
  match.record ??= playRecord(world, match.log);
  return { log: match.log, record: match.record };
}

function branchOf(world: Ruleset, request: BranchRequest): OpenBranch {
  const { log, record } = matchOf(world);
  return openBranch(world, log, request, record);
}

function branchTurn(world: Ruleset, turn: number, seat: string | null, as: string | null): PastMessage | null {
  const state = branch?.branch.states[turn + 1];
  const ledger = branch?.branch.ledgers[turn];
  if (state === undefined || ledger === undefined) return null;
  return { view: seatView(world, state, as ?? seat, as === null), report: seatEntries(ledger, as ?? seat, as === null) };
}

function answerTo(request: ThinkingRequest): ThinkingAnswer | null {
  if (request.do === 'ruleset') {
    ruleset = request.ruleset;
    return null;
  }
  if (request.do === 'log') {
    match = { log: request.log, record: null };
    return null;
  }
  if (ruleset === null) return { id: request.id, failed: 'no ruleset' };
  if (request.do === 'advise') return { id: request.id, plans: advise(ruleset, request.view, request.key) };
  if (request.do === 'branch') {
    open = branchOf(ruleset, request.request);
    branch = playBranch(open);
    return { id: request.id, branch: summaryOf(branch, request.causes) };
  }
  if (request.do === 'trial') {
    const { log, record } = matchOf(ruleset);
    return { id: request.id, effects: playTrial(ruleset, log, request.place, record) };
  }
  if (request.do === 'turn-view') {
    const { start } = branchOf(ruleset, { turn: request.turn, changes: [], mode: 'mechanical' });
    return { id: request.id, view: seatView(ruleset, start, request.seat, false) };
  }
  if (request.do === 'branch-game') {
    if (open === null) return { id: request.id, failed: 'no branch' };
    return { id: request.id, game: branchGame(open, request.game) };
  }
  if (request.do === 'branch-turn') return { id: request.id, past: branchTurn(ruleset, request.turn, request.seat, request.as) };
  return { id: request.id, forecast: forecastOf(ruleset, request) };
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
