/** What is known of the others: what all can see, estimates as ranges, and what is not disclosed, with a way to study it. */

import type { Known } from '#shared/rules/order-kind.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { Button } from '../components/button.tsx';
import { Seal } from '../components/seal.tsx';
import { estimate, inTopic } from '../explain/estimates.ts';
import { Figure } from '../explain/figure.tsx';
import { trust } from '../explain/policy.ts';
import { number } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { ordering } from './layout.ts';
import { useSession } from './session.ts';

const TOPICS = ['compute', 'cash', 'talent'] as const;

/** The range on a scale from nothing to the highest that is thought possible of anybody. */
function Range({ low, high, most }: { low: number; high: number; most: number }) {
  const left = (100 * low) / Math.max(1, most);
  return (
    <span class="range-bar" aria-hidden="true">
      <i style={{ left: `${left}%`, width: `${Math.max(3, (100 * (high - low)) / Math.max(1, most))}%` }} />
    </span>
  );
}

export function RivalsTable({ known }: { known: Known }) {
  const session = useSession();
  const { state, ruleset, seat } = known;
  const intel = Object.values(state.actors[seat]?.own?.intel ?? {});
  const others = state.seats.filter((id) => id !== seat);
  const mayStudy = ORDER_KINDS.study !== undefined;
  const most = (topic: string): number => Math.max(1, ...intel.filter((one) => one.topic === topic).map((one) => one.high));
  return (
    <div class="scroll-x" tabIndex={0}>
      <table class="figures-table rivals" data-testid="rivals">
        <thead>
          <tr>
            <th scope="col">{t('ui.rivals.who')}</th>
            {TOPICS.map((topic) => (
              <th key={topic} scope="col">
                {t(`word.topic.${topic}`)}
              </th>
            ))}
            <th scope="col">{t('ui.term.trust')}</th>
          </tr>
        </thead>
        <tbody>
          {others.map((id) => (
            <tr key={id}>
              <th scope="row">
                <span class="rival-name">
                  <Seal id={id} size={22} named /> {name(id, 'actor')}
                </span>
              </th>
              {TOPICS.map((topic) => {
                const found = intel.find((one) => one.target === id && one.topic === topic);
                return (
                  <td key={topic} class="figures">
                    {found !== undefined && <Range low={found.low} high={found.high} most={most(topic)} />}
                    <Figure
                      of={t('ui.explain.estimate', { actor: id, topic: `word.topic.${topic}` })}
                      explain={() => estimate({ ruleset, state }, id, topic, found)}
                    >
                      {found === undefined
                        ? '?'
                        : t('ui.range', { from: inTopic(found.low, topic), to: inTopic(found.high, topic) })}
                    </Figure>
                  </td>
                );
              })}
              <td class="figures">
                <Figure
                  of={t('ui.term.trust')}
                  explain={() => trust({ ruleset, state }, session.client.view.peek()?.report ?? [], id)}
                >
                  {number(state.actors[id]?.open.trust ?? 0)}
                </Figure>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet">{t('ui.rivals.note')}</p>
      {mayStudy && (
        <Button
          icon="microscope"
          testId="study-rival"
          onPress={() => (ordering.value = { at: 'form', kind: 'study', index: null })}
        >
          {t('ui.rivals.study')}
        </Button>
      )}
    </div>
  );
}
