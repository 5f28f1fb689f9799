/** One stop on a branch's line: its state as a sign, its name, its price, the seals of those who have it, the codes it needs. */

import { missingNeeds, researchPrice } from '#shared/rules/research.ts';
import type { Tech } from '#shared/ruleset/schema/technology.ts';
import { Seal } from '../components/seal.tsx';
import { money } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { layout } from './layout.ts';
import { useSession } from './session.ts';
import { othersKnowing, type TechStatus, techStatus } from './tech-state.ts';

/** Seals above a stop; beside a price there is room for fewer, and for none where stops stand close: the detail names all. */
const MOST_SEALS = 3;
const MOST_SEALS_PRICED = 2;

function Sign({ status, done = 0 }: { status: TechStatus; done?: number }) {
  const angle = (done / 1000) * 2 * Math.PI;
  const large = done > 500 ? 1 : 0;
  const wedge = `M14 14V4A10 10 0 ${large} 1 ${14 + 10 * Math.sin(angle)} ${14 - 10 * Math.cos(angle)}Z`;
  return (
    <svg class={`tech-sign sign-${status}`} width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r={status === 'locked' || status === 'other-role' ? 8 : 11} />
      {status === 'known' && <path class="sign-mark" d="M8.5 14.5l4 4 7.5-8" />}
      {status === 'available' && <circle class="sign-core" cx="14" cy="14" r="3.6" />}
      {status === 'drafted' && <path class="sign-pen" d="M9 19l1-4 7-7 3 3-7 7z" />}
      {status === 'under-way' && <path class="sign-wedge" d={done >= 1000 ? 'M4 14a10 10 0 1 1 20 0a10 10 0 1 1-20 0' : wedge} />}
    </svg>
  );
}

export function TechLegend({ seat }: { seat: string }) {
  return (
    <ul class="tech-legend">
      {(['known', 'available', 'drafted', 'under-way', 'locked'] as const).map((status) => (
        <li key={status}>
          <Sign status={status} done={500} /> {t(`ui.tech.${status}`)}
        </li>
      ))}
      <li>
        <Seal id={seat} look="full" size={19} /> {t('ui.tech.has')}
      </li>
    </ul>
  );
}

export function TechStop({ tech, chosen, onChoose }: { tech: Tech; chosen: boolean; onChoose: () => void }) {
  const session = useSession();
  const known = session.known.value;
  if (known === null) return null;
  const status = techStatus(known, tech, session.draft.orders.value);
  const own = known.state.actors[known.seat]?.own;
  const others = othersKnowing(known, tech.id);
  const place = session.queue.list.value.indexOf(tech.id) + 1;
  const close = layout.value !== 'wide';
  const price =
    status === 'available' || status === 'drafted'
      ? tech.capital > 0
        ? t('ui.cost.capital', { n: tech.capital })
        : money(researchPrice(known, known.seat, tech).kusd)
      : null;
  const needs =
    status === 'locked'
      ? missingNeeds(known, known.seat, tech)
          .map((id) => known.ruleset.techs[id])
          .filter((need) => need !== undefined && (need.branch !== tech.branch || need.column !== tech.column - 1))
      : [];
  return (
    <li class={`tech-stop stop-${status}`} style={{ '--column': String(tech.column) }}>
      <button type="button" aria-pressed={chosen} data-testid={`tech-${tech.id}`} onClick={onChoose} onFocus={onChoose}>
        <span class="tech-above">
          {others.slice(0, price === null ? MOST_SEALS : close ? 0 : MOST_SEALS_PRICED).map((id) => (
            <Seal key={id} id={id} look="full" size={19} />
          ))}
          {price !== null && <span class="tech-price figures">{price}</span>}
          {needs.map((need) => (
            <span
              key={need?.id}
              class="tech-need"
              style={{ '--branch': known.ruleset.branches[need?.branch ?? '']?.colour ?? '' }}
            >
              {need?.code}
            </span>
          ))}
        </span>
        <Sign status={status} done={own?.programmes[tech.id]?.donePermille ?? 0} />
        {place > 0 && (
          <span class="tech-place figures" aria-hidden="true">
            {place}
          </span>
        )}
        <span class="tech-name">
          {name(tech.id, 'tech')}
          <span class="hidden-text">
            {' '}
            {t(`ui.tech.${status}`)} {place > 0 && t('ui.queue.place', { n: place })}
          </span>
        </span>
      </button>
    </li>
  );
}
