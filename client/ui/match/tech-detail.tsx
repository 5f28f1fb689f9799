/** A technology in full: what you get, what it costs and why, who else is on it, what it opens, and into the draft. */

import { parameterOf } from '#shared/rules/know.ts';
import type { Known } from '#shared/rules/order-kind.ts';
import { mayResearch, publishersOf, researchPrice } from '#shared/rules/research.ts';
import type { Tech } from '#shared/ruleset/schema/technology.ts';
import { Button } from '../components/button.tsx';
import { Seal } from '../components/seal.tsx';
import { Figure } from '../explain/figure.tsx';
import { researchCost, researchTime } from '../explain/models.ts';
import { Term } from '../help/term.tsx';
import { effectFigure, effectWords } from '../text/effect.ts';
import { money, percent } from '../text/quantity.ts';
import { listOf, name, t } from '../text.ts';
import { mayQueue } from './queue.ts';
import { QueueList } from './queue-list.tsx';
import { toggleResearch } from './research-draft.ts';
import { useSession } from './session.ts';
import { opensUp, othersKnowing, techStatus } from './tech-state.ts';

function Gains({ tech }: { tech: Tech }) {
  if (tech.effects.length === 0) return <p class="quiet">{t('ui.research.opens-only')}</p>;
  return (
    <dl class="gains">
      {tech.effects.map((effect, at) => (
        <div key={at}>
          <dt class="figures">{effectFigure(effect)}</dt>
          <dd>{effectWords(effect)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Price({ known, tech }: { known: Known; tech: Tech }) {
  if (tech.capital > 0) return <p>{t('ui.cost.capital', { n: tech.capital })}</p>;
  const price = researchPrice(known, known.seat, tech);
  const most = Math.max(1, price.kusd, ...price.parts.map((part) => Math.abs(part.kusd)));
  return (
    <>
      <table class="price-table">
        <tbody>
          {price.parts.map((part) => (
            <tr key={part.rule}>
              <th scope="row">{t(part.rule)}</th>
              <td aria-hidden="true">
                <span
                  class={`price-bar ${part.kusd < 0 ? 'off' : ''}`}
                  style={{ width: `${(Math.abs(part.kusd) / most) * 100}%` }}
                />
              </td>
              <td class="figures">{money(part.kusd)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('ui.research.you-pay')}</th>
            <td aria-hidden="true">
              <span class="price-bar all" style={{ width: `${(price.kusd / most) * 100}%` }} />
            </td>
            <td class="figures">{money(price.kusd)}</td>
          </tr>
        </tfoot>
      </table>
      <p class="quiet">
        <Figure of={t('ui.explain.research-time', { tech: tech.id })} explain={() => researchTime(known, tech)}>
          {t('ui.research.takes', { turns: tech.durationTurns, talent: tech.talent })}
        </Figure>
      </p>
    </>
  );
}

function OnIt({ known, tech }: { known: Known; tech: Tech }) {
  const others = othersKnowing(known, tech.id);
  const intel = Object.values(known.state.actors[known.seat]?.own?.intel ?? {}).filter(
    (one) => one.topic === tech.id || one.topic.endsWith(tech.id),
  );
  if (others.length === 0 && intel.length === 0) return <p class="quiet">{t('ui.research.nobody')}</p>;
  return (
    <ul class="rows">
      {others.map((id) => (
        <li key={id}>
          <Seal id={id} size={22} named /> <strong>{name(id, 'actor')}</strong>{' '}
          <span class="quiet">{t('ui.research.knows')}</span>
        </li>
      ))}
      {intel.map((one) => (
        <li key={one.target}>
          <Seal id={one.target} size={22} named /> <strong>{name(one.target, 'actor')}</strong>
          <span class="quiet figures">{t('ui.range', { from: percent(one.low), to: percent(one.high) })}</span>
        </li>
      ))}
    </ul>
  );
}

const PUBLISH_KIND = 'publish';

/** True where the seat may give it to the commons once it knows it. */
function publishable(known: Known, tech: Tech): boolean {
  const role = known.state.actors[known.seat]?.role ?? '';
  return (
    known.ruleset.systems['open-source'] !== false &&
    tech.mark !== 'start' &&
    Object.values(known.ruleset.orders).some(({ kind, roles }) => kind === PUBLISH_KIND && roles.includes(role)) &&
    mayResearch(known, known.seat, tech) &&
    !publishersOf(known, tech.id).includes(known.seat)
  );
}

export function TechDetail({ tech: id, onChoose }: { tech: string; onChoose: (tech: string) => void }) {
  const session = useSession();
  const known = session.known.value;
  const tech = known?.ruleset.techs[id];
  if (known === null || tech === undefined) return null;
  const orders = session.draft.orders.value;
  const queue = session.queue.list.value;
  const queued = queue.includes(id);
  const status = techStatus(known, tech, orders);
  const branch = known.ruleset.branches[tech.branch];
  const opens = opensUp(known, id);
  const off =
    status === 'available' || status === 'drafted'
      ? null
      : status === 'locked'
        ? t('ui.research.needs', { techs: listOf(tech.requires.map((need) => name(need, 'tech'))) })
        : t(`ui.tech.${status}`);
  return (
    <div class="tech-detail" data-testid="tech-detail" aria-live="polite">
      <div class="tech-detail-head" style={{ '--branch': branch?.colour ?? '' }}>
        <span class="branch-letter">{tech.code}</span>
        <span class="quiet">{name(tech.branch, 'branch')}</span>
        <span class={`tag tag-${status}`}>{t(`ui.tech.${status}`)}</span>
      </div>
      <h2 class="serif">{name(id, 'tech')}</h2>
      <p class="tech-text">{t(`tech.${id}.text`)}</p>
      <h3 class="ruled">{t('ui.research.gain')}</h3>
      <Gains tech={tech} />
      <h3>
        {t('ui.research.cost')} <Term id="commons" help />
      </h3>
      <Price known={known} tech={tech} />
      <h3>{t('ui.research.others')}</h3>
      <OnIt known={known} tech={tech} />
      {opens.length > 0 && (
        <>
          <h3>{t('ui.research.opens')}</h3>
          <div class="tag-row">
            {opens.map((other) => (
              <button key={other.id} type="button" class="tag" onClick={() => onChoose(other.id)}>
                {other.code} {name(other.id, 'tech')}
              </button>
            ))}
          </div>
        </>
      )}
      {publishable(known, tech) && (
        <>
          <h3>{t('ui.research.publish')}</h3>
          <p class="publish-text">
            <span class="tag tag-commons">
              {t('ui.research.publish.commons', { n: parameterOf(known, 'commons-per-paper') })}
            </span>{' '}
            {t('ui.research.publish.text', {
              lessPermille: parameterOf(known, 'commons-discount-one') * 1000,
              backPermille: parameterOf(known, 'publisher-share') * 1000,
            })}
          </p>
        </>
      )}
      <QueueList />
      <div class="tech-detail-foot">
        <Button look="main" keys="R" off={off} testId="research-toggle" onPress={() => toggleResearch(session, id)}>
          {t(status === 'drafted' ? 'ui.research.take-out' : 'ui.research.to-draft')}
        </Button>
        {(status === 'locked' || status === 'available') && (
          <Button
            keys="Q"
            off={queued || mayQueue(known, tech, orders, queue) ? null : t('ui.queue.off')}
            testId="research-queue-toggle"
            onPress={() => session.queue.toggle(id)}
          >
            {t(queued ? 'ui.queue.take-out' : 'ui.queue.add')}
          </Button>
        )}
        {tech.capital === 0 && (
          <Figure class="why-button" of={t('ui.explain.research', { tech: id })} explain={() => researchCost(known, tech)}>
            {t('ui.why')}
          </Figure>
        )}
        {off !== null && <span class="quiet">{off}</span>}
      </div>
    </div>
  );
}
