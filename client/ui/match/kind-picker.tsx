/** The kinds of order that the seat's role has, with what stops one now. */

import { useSignal } from '@preact/signals';
import type { Known } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { knowsTech } from '#shared/rules/research.ts';
import type { OrderData } from '#shared/ruleset/schema/policy.ts';
import { Icon } from '../components/icon.tsx';
import { lessonOf } from '../learn/lesson.ts';
import { isUnlocked } from '../learn/steps.ts';
import { hasText, t } from '../text.ts';
import { ruleset } from '../world.ts';
import { ordering } from './layout.ts';
import { useSession } from './session.ts';

export function kindName(kind: string): string {
  const data = Object.values(ruleset.value?.orders ?? {}).find((order) => order.kind === kind);
  return data === undefined ? kind : t(`order.${data.id}`);
}

/** Why a kind can't be given at all now, or null. */
export function barredBy(known: Known, data: OrderData, drafted: readonly string[]): string | null {
  if (data.requires !== null && !knowsTech(known, known.seat, data.requires)) return t('ui.kind.needs', { tech: data.requires });
  if (!data.repeatable && drafted.includes(data.kind)) return t('ui.kind.once');
  return null;
}

/** Whoever has a keyboard begins to type at once; elsewhere the field would only call up the one on screen. */
const TYPES = globalThis.matchMedia?.('(pointer: fine)').matches ?? false;

function choose(kind: string): void {
  ordering.value = { at: 'form', kind, index: null };
}

export function KindPicker() {
  const session = useSession();
  const known = session.known.value;
  const find = useSignal('');
  if (known === null) return null;
  const role = known.state.actors[known.seat]?.role ?? '';
  const drafted = session.draft.orders.value.map((order) => order.kind);
  const all = Object.values(known.ruleset.orders).filter(
    (data) => data.roles.includes(role) && ORDER_KINDS[data.kind] !== undefined,
  );
  const offered = all.filter((data) => isUnlocked(lessonOf(session.client.matchId), data, known.state.turn));
  const kinds = offered
    .map((data) => ({ data, title: t(`order.${data.id}`), barred: barredBy(known, data, drafted) }))
    .filter(({ title }) => title.toLowerCase().includes(find.value.trim().toLowerCase()))
    .sort((a, b) => Number(a.barred !== null) - Number(b.barred !== null));
  return (
    <>
      <label class="find-line">
        <Icon name="search" />
        <span class="hidden-text">{t('ui.find')}</span>
        <input
          class="field"
          placeholder={t('ui.find')}
          value={find.value}
          data-safe={TYPES || undefined}
          onInput={(event) => {
            find.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            const [first] = kinds.filter(({ barred }) => barred === null);
            if (event.key !== 'Enter' || find.value.trim() === '' || first === undefined) return;
            event.preventDefault();
            choose(first.data.kind);
          }}
        />
      </label>
      <ul class="kind-list">
        {kinds.map(({ data, title, barred }) => (
          <li key={data.id}>
            <button
              type="button"
              class="kind"
              data-testid={`kind-${data.kind}`}
              aria-disabled={barred !== null || undefined}
              onClick={() => {
                if (barred === null) choose(data.kind);
              }}
            >
              <span class="order-icon">
                <Icon name={data.icon} size={20} />
              </span>
              <span class="kind-words">
                <strong>{title}</strong>
                <span>{barred ?? (hasText(`order.${data.id}.text`) ? t(`order.${data.id}.text`) : '')}</span>
              </span>
              {data.free && <span class="tag">{t('ui.slot.free')}</span>}
            </button>
          </li>
        ))}
      </ul>
      {offered.length < all.length && <p class="quiet">{t('ui.learn.later', { n: all.length - offered.length })}</p>}
    </>
  );
}
