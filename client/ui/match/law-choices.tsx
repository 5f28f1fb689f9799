/** The laws that a government may make, each with its price, whom and what it hits, and since when it stands. */
import { useMemo } from 'preact/hooks';
import { blocOf } from '#shared/rules/know.ts';
import { lawsOf } from '#shared/rules/law-making.ts';
import type { Known, Order } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { CONTROL_LEVERS, type Lever, RETALIATION_LEVERS } from '#shared/ruleset/catalogue.ts';
import type { LawDef } from '#shared/ruleset/schema/policy.ts';
import { Icon } from '../components/icon.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { fillIn } from './fill-in.ts';
import { kindName } from './kind-picker.tsx';
import { ordering } from './layout.ts';
import { costText } from './order-card.tsx';

/** Kinds of order that make a law, with the levers that each may pull. */
const MAKING: readonly (readonly [kind: string, levers: readonly Lever[]])[] = [
  ['announce', CONTROL_LEVERS],
  ['retaliate', RETALIATION_LEVERS],
  ['refuse', ['refusal']],
];
/** They have a list of their own: the list of what one can do leaves them out. */
export const LAW_KINDS: readonly string[] = MAKING.map(([kind]) => kind);

interface Choice {
  readonly kind: string;
  readonly law: LawDef;
  readonly order: Order;
  readonly cost: string;
  /** What stands in the way of every setting and target; null where one is possible. */
  readonly barred: string | null;
}

function choicesOf(known: Known): Choice[] {
  return MAKING.flatMap(([id, levers]) => {
    const kind = ORDER_KINDS[id];
    if (kind === undefined) return [];
    const possible = kind.candidates(known);
    return lawsOf(known, levers).map((law): Choice => {
      const order = possible.find((one) => one.law === law.id) ?? fillIn(known, kind, { law: law.id }).order;
      const rejection = kind.check(known, order);
      return { kind: id, law, order, cost: costText(kind.cost(known, order)), barred: rejection === null ? null : t(rejection) };
    });
  });
}

/** Since when the side has the law, or from when; null where it has none. */
function standing(known: Known, law: LawDef): string | null {
  const mine = Object.values(known.state.laws).filter((one) => one.law === law.id && one.bloc === blocOf(known, known.seat));
  const first = mine.sort((a, b) => a.forceTurn - b.forceTurn)[0];
  if (first === undefined) return null;
  const quarter = quarterOfTurn(first.forceTurn);
  return t(first.forceTurn > known.state.turn ? 'ui.policy.bites' : 'ui.policy.since', { quarter });
}

function Row({ known, choice }: { known: Known; choice: Choice }) {
  const { kind, law, order, cost, barred } = choice;
  const target = String(order.target ?? blocOf(known, known.seat));
  return (
    <li>
      <button
        type="button"
        class="can-do"
        data-testid={`law-${law.id}`}
        onClick={() => {
          ordering.value = { at: 'form', kind, index: null, start: { law: law.id, setting: String(order.setting), target } };
        }}
      >
        <Icon name={barred === null ? 'landmark' : 'circle-x'} size={18} />
        <strong>{name(law.id, 'law')}</strong>
        <span class="figures">{cost}</span>
        <span class="can-why">{t(`lever.${law.lever}.text`)}</span>
        <span class="can-why quiet">
          {[t('ui.policy.hits', { target }), standing(known, law) ?? t('ui.policy.not-made')].join(' · ')}
        </span>
        {barred !== null && <span class="can-why stop">{barred}</span>}
      </button>
    </li>
  );
}

export function LawChoices({ known }: { known: Known }) {
  const choices = useMemo(() => choicesOf(known), [known]);
  return (
    <>
      {MAKING.map(([kind]) => {
        const some = choices.filter((choice) => choice.kind === kind);
        if (some.length === 0) return null;
        return (
          <section key={kind} data-testid={`laws-${kind}`}>
            <PanelTitle title={kindName(kind)} rule={false} />
            <ul class="can-list">
              {some.map((choice) => (
                <Row key={choice.law.id} known={known} choice={choice} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
