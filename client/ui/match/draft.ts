/**
 * The draft of orders: edited here at once, sent to the server by revision a moment later, and kept in this browser until
 * the server has it, so that a reload or a lost line loses nothing.
 */
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { MAX_ORDERS } from '#shared/protocol/commands.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { MatchClient } from '../../net/match-client.ts';
import { t } from '../text.ts';
import { showToast } from '../toasts.ts';
import { edited, type History, NO_HISTORY, redone, undone } from './history.ts';

export interface Draft {
  readonly orders: ReadonlySignal<readonly Order[]>;
  /** True while an edit is not on the server yet. */
  readonly unsent: ReadonlySignal<boolean>;
  set(orders: readonly Order[]): void;
  add(order: Order): void;
  replace(index: number, order: Order): void;
  remove(index: number): void;
  /** Moves an order by so many places; returns its new index. */
  move(index: number, by: number): number;
  /** Back to the draft before the last edit. */
  undo(): void;
  readonly canUndo: ReadonlySignal<boolean>;
  /** Forward again to what was undone. */
  redo(): void;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Turn that is being planned; -1 before it is known. */
  readonly turn: ReadonlySignal<number>;
  /** Sends what is unsent now; resolves when the server has it or refused. */
  flush(): Promise<void>;
  stop(): void;
}

const SEND_AFTER_MS = 250;
const HISTORY = 50;

interface Stored {
  turn: number;
  revision: number;
  orders: readonly Order[];
}

function storedDraft(key: string): Stored | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') as Stored | null;
  } catch {
    return null;
  }
}

export function createDraft(client: MatchClient): Draft {
  const key = `chokepoint:draft:${client.matchId}`;
  const orders = signal<readonly Order[]>([]);
  const unsent = signal(false);
  const history = signal<History<readonly Order[]>>(NO_HISTORY);
  const planned = signal(-1);
  let turn = -1;
  let revision = 0;
  let sending: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function adopt(from: { turn: number; revision: number; orders: readonly Order[] }): void {
    turn = from.turn;
    revision = from.revision;
    orders.value = from.orders;
    unsent.value = false;
    planned.value = from.turn;
    localStorage.removeItem(key);
  }

  const stopPlanning = effect(() => {
    const message = client.planning.value;
    if (message === null) return;
    if (message.turn === turn) {
      if (message.revision > revision && !unsent.peek() && sending === null) adopt(message);
      return;
    }
    const kept = storedDraft(key);
    batch(() => {
      history.value = NO_HISTORY;
      adopt(message);
      if (kept !== null && kept.turn === message.turn && kept.revision === message.revision) change(kept.orders);
    });
  });

  const stopStatus = effect(() => {
    if (client.status.value === 'open' && unsent.peek()) void flush();
  });

  function change(next: readonly Order[]): void {
    orders.value = next;
    unsent.value = true;
    localStorage.setItem(key, JSON.stringify({ turn, revision, orders: next } satisfies Stored));
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), SEND_AFTER_MS);
  }

  function edit(next: readonly Order[]): void {
    history.value = edited(history.peek(), orders.peek(), HISTORY);
    change(next.slice(0, MAX_ORDERS));
  }

  function step(to: { history: History<readonly Order[]>; now: readonly Order[] } | null): void {
    if (to === null) return;
    history.value = to.history;
    change(to.now);
  }

  async function send(): Promise<void> {
    const sent = orders.peek();
    const sentTurn = turn;
    const answer = await client.command({ do: 'draft', turn, revision, orders: sent.map((order) => ({ ...order })) });
    if (sentTurn !== turn) return;
    if (answer.ok) {
      revision = answer.revision;
      if (orders.peek() !== sent) return;
      unsent.value = false;
      localStorage.removeItem(key);
      return;
    }
    if (client.status.peek() !== 'open') return;
    showToast('error', t(answer.reason));
    const known = client.planning.peek();
    if (known !== null) adopt(known);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    while (sending !== null) await sending;
    if (!unsent.peek() || client.status.peek() !== 'open') return;
    sending = send().finally(() => {
      sending = null;
    });
    await sending;
    if (unsent.peek() && client.status.peek() === 'open') await flush();
  }

  return {
    orders,
    unsent,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    turn: planned,
    set: edit,
    add: (order) => edit([...orders.peek(), order]),
    replace: (index, order) => edit(orders.peek().map((old, at) => (at === index ? order : old))),
    remove: (index) => edit(orders.peek().filter((_, at) => at !== index)),
    move(index, by) {
      const to = index + by;
      const next = [...orders.peek()];
      const [moved] = next.splice(index, 1);
      if (moved === undefined || to < 0 || to > next.length) return index;
      next.splice(to, 0, moved);
      edit(next);
      return to;
    },
    undo: () => step(undone(history.peek(), orders.peek())),
    redo: () => step(redone(history.peek(), orders.peek())),
    flush,
    stop() {
      clearTimeout(timer);
      stopPlanning();
      stopStatus();
    },
  };
}
