/** What if: leave out, change or add one order of a finished match, play the branch on with the same luck, and see both histories. */
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { BranchChange } from '#shared/replay/branch-changes.ts';
import type { MatchLog } from '#shared/replay/log.ts';
import type { BranchRequest } from '#shared/replay/open-branch.ts';
import { standingTurns } from '#shared/replay/replay.ts';
import type { OrderPlace } from '#shared/replay/trial.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import type { Filled } from '../match/fill-in.ts';
import { kindName } from '../match/kind-picker.tsx';
import { useSession } from '../match/session.ts';
import { quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { createOrderSearch } from './order-search.ts';
import { OrdersFound } from './orders-found.tsx';
import { tellingOrders } from './telling-order.ts';
import { ChangedOrder, filledOrder, kindsOf, useKnownThen } from './what-if-change.tsx';

/** An order in words that need no state: its kind, and the contents that it names. */
function orderWords(order: Order): string {
  const named = Object.entries(order)
    .filter(([field, value]) => field !== 'kind' && typeof value === 'string' && value.includes(':') && !value.includes('|'))
    .map(([, value]) => name(String(value)));
  return [kindName(order.kind), ...named].join(' · ');
}

const HOW = ['drop', 'replace', 'add'] as const;
type How = (typeof HOW)[number];

export function WhatIf({ state, seat }: { state: KnownState; seat: string | null }) {
  const session = useSession();
  const { result, clear } = session.whatIf;
  const log = useSignal<MatchLog | null>(null);
  const choice = useSignal<OrderPlace>({ turn: 0, seat: seat ?? state.seats[0] ?? '', index: 0 });
  const how = useSignal<How>('drop');
  const kind = useSignal<string | null>(null);
  const filled = useSignal<Filled>({});
  const mode = useSignal<BranchRequest['mode']>('mechanical');
  const busy = useSignal(false);
  const failed = useSignal('');
  const search = useMemo(createOrderSearch, []);
  useEffect(() => search.stop, []);
  /** The choice follows the search until one chooses for oneself. */
  const follows = useSignal(true);
  useSignalEffect(() => {
    const [first] = search.found.value;
    if (first !== undefined && follows.peek()) choice.value = first.place;
  });
  const run = async (work: () => Promise<void>): Promise<void> => {
    busy.value = true;
    failed.value = '';
    try {
      await work();
    } catch (error) {
      failed.value = error instanceof Error ? error.message : String(error);
    }
    busy.value = false;
  };
  const open = (): Promise<void> =>
    run(async () => {
      log.value = await session.client.log();
      if (ruleset.value === null || log.value === null) return;
      const places = tellingOrders(log.value, seat);
      choice.value = places[0] ?? choice.value;
      const helper = session.thinking.peek();
      if (helper !== null) search.run(helper, log.value, places).catch(search.stop);
    });
  const turns = log.value === null ? [] : standingTurns(log.value);
  const { turn, seat: of, index } = choice.value;
  const ordersOf = (at: number, by: string): readonly Order[] => turns.find((one) => one.turn === at)?.orders[by]?.orders ?? [];
  const orders = ordersOf(turn, of);
  const old = orders[index];
  const known = useKnownThen(log.value, turn, of, how.value !== 'drop');
  const shownKind = how.value === 'add' ? (kind.value ?? (known === null ? null : kindsOf(known)[0])) : (old?.kind ?? null);
  const start: Filled =
    how.value === 'replace' && old !== undefined ? { ...(old as unknown as Filled), ...filled.value } : filled.value;
  const forget = (): void => {
    follows.value = false;
    filled.value = {};
    clear();
  };
  const choose = (change: Partial<OrderPlace>): void => {
    forget();
    choice.value = { ...choice.value, index: 0, ...change };
  };
  const changeOf = (): BranchChange | null => {
    if (how.value === 'drop') return old === undefined ? null : { change: 'drop', seat: of, index };
    const order = known === null || shownKind == null ? null : filledOrder(known, shownKind, start);
    if (order === null) return null;
    if (how.value === 'add') return { change: 'add', seat: of, order };
    return old === undefined ? null : { change: 'replace', seat: of, index, order };
  };
  const play = (): Promise<void> =>
    run(async () => {
      follows.value = false;
      // Only the branch that was played last can be looked at.
      search.stop();
      const change = changeOf();
      if (log.value === null || change === null) return;
      const played = await session.whatIf.play(log.value, { turn, mode: mode.value, changes: [change] });
      session.replay.branchTurns.value = played.branch.hashes.length - 1;
    });
  return (
    <section class="what-if" data-testid="what-if">
      <PanelTitle title={t('ui.what-if')} />
      <p class="quiet">{t('ui.what-if.about')}</p>
      {log.value === null ? (
        <Button look="main" busy={busy.value} testId="what-if-open" onPress={() => void open()}>
          {t('ui.what-if.open')}
        </Button>
      ) : (
        <>
          <OrdersFound
            search={search}
            chosen={choice.value}
            orderOf={(place) => ordersOf(place.turn, place.seat)[place.index]}
            words={orderWords}
            onChoose={(place) => {
              how.value = 'drop';
              choose(place);
            }}
          />
          <label>
            <span class="label">{t('ui.what-if.quarter')}</span>
            <select class="field" value={turn} onChange={(event) => choose({ turn: Number(event.currentTarget.value) })}>
              {turns.map((one) => (
                <option key={one.turn} value={one.turn}>
                  {quarterOfTurn(one.turn)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span class="label">{t('ui.what-if.seat')}</span>
            <select class="field" value={of} onChange={(event) => choose({ seat: event.currentTarget.value })}>
              {[...state.seats].map((id) => (
                <option key={id} value={id}>
                  {name(id, 'actor')}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span class="label">{t('ui.what-if.how')}</span>
            <select
              class="field"
              data-testid="what-if-how"
              value={how.value}
              onChange={(event) => {
                forget();
                how.value = event.currentTarget.value as How;
              }}
            >
              {HOW.map((one) => (
                <option key={one} value={one}>
                  {t(`ui.what-if.how.${one}`)}
                </option>
              ))}
            </select>
          </label>
          {how.value !== 'add' && (
            <label>
              <span class="label">{t('ui.what-if.which')}</span>
              <select
                class="field"
                data-testid="what-if-order"
                value={index}
                onChange={(event) => choose({ index: Number(event.currentTarget.value) })}
              >
                {orders.map((order, at) => (
                  <option key={`${at}-${order.kind}`} value={at}>
                    {orderWords(order)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {how.value !== 'drop' && known !== null && shownKind != null && (
            <ChangedOrder
              key={`${turn}-${of}-${shownKind}-${index}`}
              known={known}
              kind={shownKind}
              filled={start}
              onKind={
                how.value === 'add'
                  ? (next) => {
                      forget();
                      kind.value = next;
                    }
                  : null
              }
              onChange={(next) => {
                clear();
                filled.value = next;
              }}
            />
          )}
          <label>
            <span class="label">{t('ui.what-if.then')}</span>
            <select
              class="field"
              value={mode.value}
              onChange={(event) => {
                mode.value = event.currentTarget.value as BranchRequest['mode'];
                clear();
              }}
            >
              <option value="mechanical">{t('ui.what-if.mechanical')}</option>
              <option value="behavioural">{t('ui.what-if.behavioural')}</option>
            </select>
          </label>
          <Button
            look="main"
            busy={busy.value}
            off={changeOf() === null ? t('ui.what-if.none') : null}
            testId="what-if-play"
            onPress={() => void play()}
          >
            {t('ui.what-if.play')}
          </Button>
        </>
      )}
      {failed.value !== '' && (
        <p class="error" role="alert">
          {t('ui.what-if.failed', { reason: failed.value })}
        </p>
      )}
      {result.value !== null && (
        <Button icon="history" testId="what-if-replay" onPress={() => session.replay.look({ turn, as: null, course: 'would' })}>
          {t('ui.what-if.replay')}
        </Button>
      )}
    </section>
  );
}
