/** What if: leave out one order of a finished match, play the branch on with the same luck, and see both histories. */
import { useSignal } from '@preact/signals';
import type { MatchLog } from '#shared/replay/log.ts';
import type { BranchRequest } from '#shared/replay/open-branch.ts';
import { standingTurns } from '#shared/replay/replay.ts';
import type { Order } from '#shared/rules/order-kind.ts';
import type { KnownState } from '#shared/state/schema.ts';
import { Button } from '../components/button.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { kindName } from '../match/kind-picker.tsx';
import { useSession } from '../match/session.ts';
import { quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { WhatIfResult } from './what-if-result.tsx';

/** An order in words that need no state: its kind, and the contents that it names. */
function orderWords(order: Order): string {
  const named = Object.entries(order)
    .filter(([field, value]) => field !== 'kind' && typeof value === 'string' && value.includes(':') && !value.includes('|'))
    .map(([, value]) => name(String(value)));
  return [kindName(order.kind), ...named].join(' · ');
}

interface Choice {
  turn: number;
  seat: string;
  index: number;
}

export function WhatIf({ state, seat }: { state: KnownState; seat: string | null }) {
  const session = useSession();
  const { result, clear } = session.whatIf;
  const log = useSignal<MatchLog | null>(null);
  const choice = useSignal<Choice>({ turn: 0, seat: seat ?? state.seats[0] ?? '', index: 0 });
  const mode = useSignal<BranchRequest['mode']>('mechanical');
  const busy = useSignal(false);
  const failed = useSignal('');
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
    });
  const turns = log.value === null ? [] : standingTurns(log.value);
  const { turn, seat: of, index } = choice.value;
  const orders = turns.find((one) => one.turn === turn)?.orders[of]?.orders ?? [];
  const choose = (change: Partial<Choice>): void => {
    choice.value = { ...choice.value, index: 0, ...change };
    clear();
  };
  const play = (): Promise<void> =>
    run(async () => {
      if (log.value === null) return;
      const request: BranchRequest = { turn, mode: mode.value, changes: [{ change: 'drop', seat: of, index }] };
      const played = await session.whatIf.play(log.value, request);
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
            <span class="label">{t('ui.what-if.without')}</span>
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
            off={orders.length === 0 ? t('ui.what-if.none') : null}
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
        <>
          <WhatIfResult state={state} result={result.value} />
          <Button icon="history" testId="what-if-replay" onPress={() => session.replay.look({ turn, as: null, course: 'would' })}>
            {t('ui.what-if.replay')}
          </Button>
        </>
      )}
    </section>
  );
}
