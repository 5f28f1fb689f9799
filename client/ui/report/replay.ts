/**
 * Looking at the match as it stood after an earlier turn: which turn, through whose eyes, and whether as it was or as it
 * would have been. While one is looked at, screens get a session in which the match stands there.
 */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { PastMessage } from '#shared/protocol/messages.ts';
import type { MatchClient } from '../../net/match-client.ts';
import type { Thinking } from '../../net/thinking.ts';
import type { Session } from '../match/session.ts';
import { t } from '../text.ts';
import { showToast } from '../toasts.ts';
import { ruleset } from '../world.ts';

export type Course = 'was' | 'would';

/** A point of the match: after a turn, all that may be known (`as` null) or what a seat knew, in one of two histories. */
export interface Point {
  readonly turn: number;
  readonly as: string | null;
  readonly course: Course;
}

export interface Past extends Point {
  readonly message: PastMessage;
  /** Ledger of any turn of the same history through the same eyes. */
  readonly reportOf: MatchClient['reportOf'];
}

export interface Replay {
  /** What is asked for; null while the match is shown as it stands. */
  readonly point: Signal<Point | null>;
  /** What is on screen; null where that is the match as it stands, and until the first point has come. */
  readonly shown: ReadonlySignal<Past | null>;
  /** The first point that was asked for has not come yet. */
  readonly waiting: ReadonlySignal<boolean>;
  /** Turns of the branch that was played last; 0 without one. */
  readonly branchTurns: Signal<number>;
  look(at: Partial<Point>): void;
  close(): void;
  stop(): void;
}

export function createReplay(
  client: MatchClient,
  seat: ReadonlySignal<string | null>,
  lastTurn: ReadonlySignal<number>,
  thinking: ReadonlySignal<Thinking | null>,
): Replay {
  const point = signal<Point | null>(null);
  const loaded = signal<Past | null>(null);
  const branchTurns = signal(0);
  const fetch = ({ turn, as, course }: Point): Promise<PastMessage | null> =>
    course === 'was' ? client.past(turn, as) : (thinking.peek()?.branchTurn(turn, seat.peek(), as) ?? Promise.resolve(null));
  const isPresent = ({ turn, as, course }: Point): boolean => turn === lastTurn.value && as === null && course === 'was';
  const reports = (at: Point): MatchClient['reportOf'] =>
    at.as === null && at.course === 'was' ? client.reportOf : async (turn) => (await fetch({ ...at, turn }))?.report ?? [];

  const load = async (wanted: Point): Promise<void> => {
    const message = await fetch(wanted);
    if (point.peek() !== wanted) return;
    if (message === null) {
      showToast('error', t('ui.replay.gone'));
      point.value = loaded.peek();
    } else loaded.value = { ...wanted, message, reportOf: reports(wanted) };
  };
  const stop = effect(() => {
    const wanted = point.value;
    if (wanted === null || isPresent(wanted)) loaded.value = null;
    else void load(wanted);
  });
  return {
    point,
    shown: loaded,
    waiting: computed(() => point.value !== null && loaded.value === null && !isPresent(point.value)),
    branchTurns,
    look(at) {
      const now = point.peek() ?? { turn: lastTurn.peek(), as: null, course: 'was' };
      const next = { ...now, ...at };
      const last = next.course === 'was' ? lastTurn.peek() : branchTurns.peek() - 1;
      point.value = { ...next, turn: Math.max(0, Math.min(last, next.turn)) };
    },
    close() {
      point.value = null;
    },
    stop,
  };
}

/** The session as the match stood at a point of its past: nothing can be planned there. */
export function asOf(session: Session, past: Past): Session {
  const { view, report } = past.message;
  const told = session.client.view.peek();
  const client: MatchClient = {
    ...session.client,
    view: signal({ view, report, reports: told?.reports ?? 0, epilogue: told?.epilogue ?? null }),
    reportOf: past.reportOf,
  };
  const seat = past.as ?? session.seat.peek();
  return {
    ...session,
    client,
    past,
    seat: signal(seat),
    state: signal(view.state),
    known: computed(() => (ruleset.value === null || seat === null ? null : { ruleset: ruleset.value, seat, state: view.state })),
    check: signal(null),
    plans: signal(null),
    reportTurn: signal(past.turn),
  };
}
