/** Research in a column: what runs, what can be started now, and the way to the whole tree. */
import type { Known } from '#shared/rules/order-kind.ts';
import { researchPrice } from '#shared/rules/research.ts';
import { Button } from '../components/button.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Figure } from '../explain/figure.tsx';
import { programmeDone, researchCost } from '../explain/models.ts';
import { Term } from '../help/term.tsx';
import { money, percent } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { layout, researchOpen } from './layout.ts';
import { mayQueue } from './queue.ts';
import { QueueList } from './queue-list.tsx';
import { toggleResearch } from './research-draft.ts';
import { useSession } from './session.ts';
import { techStatus } from './tech-state.ts';

function Running({ known }: { known: Known }) {
  const entries = useSession().client.view.value?.report ?? [];
  const programmes = Object.entries(known.state.actors[known.seat]?.own?.programmes ?? {});
  if (programmes.length === 0) return <p class="empty">{t('ui.research.none-running')}</p>;
  return (
    <ul class="rows">
      {programmes.map(([tech, programme]) => (
        <li key={tech}>
          <strong>{name(tech, 'tech')}</strong>
          <progress max={1000} value={programme.donePermille} aria-label={name(tech, 'tech')} />
          <Figure
            of={t('ui.explain.programme', { tech })}
            explain={() => programmeDone(known, tech, programme.donePermille, entries)}
          >
            {percent(programme.donePermille)}
          </Figure>
        </li>
      ))}
    </ul>
  );
}

export function ResearchPanel() {
  const session = useSession();
  const known = session.known.value;
  if (known === null) return null;
  const orders = session.draft.orders.value;
  const techs = Object.values(known.ruleset.techs).map((tech) => ({ tech, status: techStatus(known, tech, orders) }));
  const queue = session.queue.list.value;
  const next = techs.filter(
    ({ tech, status }) => status === 'locked' && !queue.includes(tech.id) && mayQueue(known, tech, orders, queue),
  );
  const open = techs.filter(({ status }) => status === 'available' || status === 'drafted');
  return (
    <section aria-label={t('ui.tab.research')}>
      {layout.value !== 'phone' && (
        <Button
          icon="network"
          testId="research-tree"
          onPress={() => {
            researchOpen.value = true;
          }}
        >
          {t('ui.research.tree')}
        </Button>
      )}
      <PanelTitle title={t('ui.research.running')} rule={false}>
        <Term id="commons">{t('ui.term.commons')}</Term>
      </PanelTitle>
      <Running known={known} />
      <QueueList />
      <PanelTitle title={t('ui.research.available')} rule={false}>
        {t('ui.research.count', { n: open.length })}
      </PanelTitle>
      <ul class="rows">
        {open.map(({ tech, status }) => (
          <li key={tech.id}>
            <span class="tech-code" style={{ '--branch': known.ruleset.branches[tech.branch]?.colour ?? '' }}>
              {tech.code}
            </span>
            <span class="grow">
              <strong>{name(tech.id, 'tech')}</strong>
              <span class="quiet">{t(`tech.${tech.id}.text`)}</span>
            </span>
            <span class="figures">
              {tech.capital > 0 ? (
                t('ui.cost.capital', { n: tech.capital })
              ) : (
                <Figure of={t('ui.explain.research', { tech: tech.id })} explain={() => researchCost(known, tech)}>
                  {money(researchPrice(known, known.seat, tech).kusd)}
                </Figure>
              )}
            </span>
            <Button
              look={status === 'drafted' ? 'act' : 'default'}
              pressed={status === 'drafted'}
              onPress={() => toggleResearch(session, tech.id)}
            >
              {t(status === 'drafted' ? 'ui.research.drafted' : 'ui.research.add')}
            </Button>
          </li>
        ))}
      </ul>
      {next.length > 0 && (
        <>
          <PanelTitle title={t('ui.queue.can')} rule={false} />
          <ul class="rows">
            {next.map(({ tech }) => (
              <li key={tech.id}>
                <span class="tech-code" style={{ '--branch': known.ruleset.branches[tech.branch]?.colour ?? '' }}>
                  {tech.code}
                </span>
                <strong class="grow">{name(tech.id, 'tech')}</strong>
                <Button onPress={() => session.queue.toggle(tech.id)}>{t('ui.queue.add')}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
