/** The order as it would have been: its fields as the seat could fill them in that quarter, or another order beside it. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MatchLog } from '#shared/replay/log.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { type Filled, fillIn } from '../match/fill-in.ts';
import { FormField } from '../match/form-field.tsx';
import { kindName } from '../match/kind-picker.tsx';
import { Legality } from '../match/order-card.tsx';
import { useSession } from '../match/session.ts';
import { t } from '../text.ts';
import { ruleset } from '../world.ts';

/** What a seat knew when it planned a turn of the log; null until it has been played up to there. */
export function useKnownThen(log: MatchLog | null, turn: number, seat: string, wanted: boolean): Known | null {
  const session = useSession();
  const known = useSignal<Known | null>(null);
  useEffect(() => {
    known.value = null;
    const world = ruleset.peek();
    if (!wanted || log === null || world === null) return;
    let asked = true;
    void session.thinking
      .peek()
      ?.turnView(log, turn, seat)
      .then((view) => {
        if (asked && view !== null) known.value = { ruleset: world, seat, state: view.state };
      });
    return () => {
      asked = false;
    };
  }, [log, turn, seat, wanted]);
  return known.value;
}

/** Kinds of order that a seat may give, by name. */
export function kindsOf(known: Known): string[] {
  const role = known.state.actors[known.seat]?.role ?? '';
  return Object.values(known.ruleset.orders)
    .filter((data) => data.roles.includes(role) && ORDER_KINDS[data.kind] !== undefined)
    .map((data) => data.kind);
}

/** The order that the fields make. */
export function filledOrder(known: Known, kind: string, filled: Filled): Order | null {
  const found = ORDER_KINDS[kind];
  return found === undefined ? null : fillIn(known, found, filled).order;
}

interface Props {
  readonly known: Known;
  readonly kind: string;
  readonly filled: Filled;
  /** Set where any kind can be chosen: another order is added. */
  readonly onKind: ((kind: string) => void) | null;
  readonly onChange: (filled: Filled) => void;
}

export function ChangedOrder({ known, kind, filled, onKind, onChange }: Props) {
  const found = ORDER_KINDS[kind];
  if (found === undefined) return null;
  const { order, fields } = fillIn(known, found, filled);
  const rejection = found.check(known, order);
  return (
    <div class="what-if-fields" data-testid="what-if-fields">
      {onKind !== null && (
        <label>
          <span class="label">{t('ui.what-if.kind')}</span>
          <select class="field" data-testid="what-if-kind" value={kind} onChange={(event) => onKind(event.currentTarget.value)}>
            {kindsOf(known).map((one) => (
              <option key={one} value={one}>
                {kindName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {fields.map((field) => (
        <FormField
          key={field.name}
          kind={kind}
          field={field}
          wrong={rejection?.field === field.name}
          onChange={(value) => onChange({ ...filled, [field.name]: value })}
        />
      ))}
      <Legality checked={{ rejection, care: null }} />
    </div>
  );
}
