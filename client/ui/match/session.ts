/** One open match: connection, draft, what the seat knows, and which stage is on screen. Made once when a match opens. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Plan } from '#shared/bots/advisor.ts';
import type { Command } from '#shared/protocol/commands.ts';
import { checkDraft, type DraftCheck } from '#shared/rules/check-draft.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import type { KnownState, SeatView } from '#shared/state/schema.ts';
import type { MatchClient } from '../../net/match-client.ts';
import { startThinking, type Thinking } from '../../net/thinking.ts';
import { createWhatIfRun, type WhatIfRun } from '../debrief/what-if-run.ts';
import { createReplay, type Past, type Replay } from '../report/replay.ts';
import { addRulesetWords } from '../text/words.ts';
import { startQuarter, t } from '../text.ts';
import { showToast } from '../toasts.ts';
import { ruleset } from '../world.ts';
import { createDraft, type Draft } from './draft.ts';
import { forecastPlans, type PlanForecasts } from './plan-forecasts.ts';
import { createRepeatOrders, type RepeatOrders } from './repeat-orders.ts';
import { createResearchQueue, type ResearchQueue } from './research-queue.ts';

const RETRY_MS = 4000;

export type Stage = 'loading' | 'lobby' | 'planning' | 'report' | 'debrief';

export interface Session {
  readonly client: MatchClient;
  readonly draft: Draft;
  readonly repeat: RepeatOrders;
  readonly queue: ResearchQueue;
  readonly seat: ReadonlySignal<string | null>;
  readonly state: ReadonlySignal<KnownState | null>;
  readonly known: ReadonlySignal<Known | null>;
  readonly check: ReadonlySignal<DraftCheck | null>;
  readonly plans: ReadonlySignal<readonly Plan[] | null>;
  /** What each plan may bring, as far as it is worked out. */
  readonly planForecasts: ReadonlySignal<PlanForecasts>;
  readonly stage: ReadonlySignal<Stage>;
  /** Turn whose report is on screen while the stage is `report`. */
  readonly reportTurn: ReadonlySignal<number>;
  /** Looking at the match as it stood earlier. */
  readonly replay: Replay;
  /** What would have been, as it was played out last. */
  readonly whatIf: WhatIfRun;
  /** What this session is a picture of; null where it is the match as it stands. */
  readonly past: Past | null;
  readonly thinking: ReadonlySignal<Thinking | null>;
  readonly thinkingKey: ReadonlySignal<string>;
  /** Marks the report as seen and goes on. */
  closeReport(): void;
  /** Sends a command and shows the reason when it is refused; true when it was carried out. */
  give(command: Command): Promise<boolean>;
  close(): void;
}

const Context = createContext<Session | null>(null);
export const SessionProvider = Context.Provider;

export function useSession(): Session {
  const session = useContext(Context);
  if (session === null) throw new Error('a match component outside of a match');
  return session;
}

function seenTurns(matchId: string): { seen: Signal<number>; mark: (turn: number) => void } {
  const key = `chokepoint:seen:${matchId}`;
  const seen = signal(Number(localStorage.getItem(key) ?? -1));
  return {
    seen,
    mark(turn) {
      localStorage.setItem(key, String(turn));
      seen.value = turn;
    },
  };
}

function stageOf(session: {
  table: string | undefined;
  state: KnownState | null;
  ready: boolean;
  seen: number;
  lines: number;
  reviewing: boolean;
}): Stage {
  if (session.table === 'lobby') return session.ready ? 'lobby' : 'loading';
  if (!session.ready || session.state === null) return 'loading';
  if (session.reviewing) return 'report';
  if (session.state.turn > 0 && session.seen < session.state.turn - 1 && session.lines > 0) return 'report';
  return session.state.ended === 'no' ? 'planning' : 'debrief';
}

export function openSession(client: MatchClient): Session {
  const draft = createDraft(client);
  const thinking = signal<Thinking | null>(null);
  const plans = signal<readonly Plan[] | null>(null);
  const loadedHash = signal('');
  const { seen, mark } = seenTurns(client.matchId);

  const view = computed<SeatView | null>(() => client.view.value?.view ?? null);
  const state = computed(() => view.value?.state ?? null);
  const seat = computed(() => client.table.value?.you.seat ?? null);
  const ready = computed(() => ruleset.value !== null && loadedHash.value === client.table.value?.rulesetHash);
  const known = computed<Known | null>(() => {
    const world = ruleset.value;
    return world === null || !ready.value || state.value === null || seat.value === null
      ? null
      : { ruleset: world, seat: seat.value, state: state.value };
  });
  const check = computed(() => (known.value === null ? null : checkDraft(known.value, draft.orders.value)));
  const thinkingKey = computed(() => `${client.matchId}:${seat.value ?? ''}:${state.value?.turn ?? 0}`);
  const lines = computed(() => client.view.value?.report.filter((entry) => entry.line !== null && entry.weight > 0).length ?? 0);
  const lastTurn = computed(() => (state.value?.turn ?? 1) - 1);
  const replay = createReplay(client, seat, lastTurn, thinking);
  const whatIf = createWhatIfRun(thinking);
  const stage = computed(() =>
    stageOf({
      table: client.table.value?.status,
      state: state.value,
      ready: ready.value,
      seen: seen.value,
      lines: lines.value,
      reviewing: replay.point.value !== null,
    }),
  );

  const planned = forecastPlans({ plans, view, thinking, key: thinkingKey });
  const repeat = createRepeatOrders(client.matchId, draft, known);
  const queue = createResearchQueue(client.matchId, draft, known);

  const stops = [
    effect(() => {
      const hash = client.table.value?.rulesetHash;
      if (hash === undefined || hash === loadedHash.peek()) return;
      void loadRuleset(hash);
    }),
    effect(() => {
      if (state.value !== null) startQuarter.value = state.value.startQuarter;
    }),
    effect(() => {
      const now = view.value;
      const helper = thinking.value;
      plans.value = null;
      if (now === null || helper === null || seat.value === null || now.state.ended !== 'no') return;
      const key = thinkingKey.value;
      void helper.advise(now, key).then((found) => {
        if (thinkingKey.peek() === key) plans.value = found;
      });
    }),
  ];

  async function loadRuleset(hash: string): Promise<void> {
    try {
      const { ruleset: world, locales } = await client.ruleset(hash);
      addRulesetWords(locales);
      ruleset.value = world;
      thinking.value?.close();
      thinking.value = startThinking(world);
      loadedHash.value = hash;
    } catch {
      showToast('error', t('ui.error.ruleset'));
      setTimeout(() => void loadRuleset(hash), RETRY_MS);
    }
  }

  return {
    client,
    draft,
    repeat,
    queue,
    seat,
    state,
    known,
    check,
    plans,
    planForecasts: planned.found,
    stage,
    reportTurn: lastTurn,
    replay,
    whatIf,
    past: null,
    thinking,
    thinkingKey,
    closeReport() {
      if (replay.point.value !== null) replay.close();
      else mark(lastTurn.value);
    },
    async give(command) {
      const answer = await client.command(command);
      if (!answer.ok) showToast('error', t(answer.reason));
      return answer.ok;
    },
    close() {
      for (const stop of stops) stop();
      planned.stop();
      whatIf.stop();
      replay.stop();
      queue.stop();
      repeat.stop();
      draft.stop();
      thinking.value?.close();
      client.leave();
    },
  };
}
