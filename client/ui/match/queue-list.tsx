/** Research that waits its turn, in order: each can be moved and taken out by button or key. */

import { useRef } from 'preact/hooks';
import { missingNeeds } from '#shared/rules/research.ts';
import { RowTools } from '../components/row-tools.tsx';
import { listOf, name, t } from '../text.ts';
import { listKeys } from './list-keys.ts';
import { useSession } from './session.ts';

export function QueueList() {
  const { queue, known } = useSession();
  const list = useRef<HTMLOListElement>(null);
  const now = known.value;
  const waiting = queue.list.value;
  if (now === null || waiting.length === 0) return null;
  const focus = (at: number): void => {
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('.queue-item')[at]?.focus());
  };
  return (
    <section class="queue" data-testid="research-queue">
      <h3 id="queue-title">{t('ui.queue')}</h3>
      <ol ref={list} aria-labelledby="queue-title">
        {waiting.map((id, at) => {
          const tech = now.ruleset.techs[id];
          const needs = tech === undefined ? [] : missingNeeds(now, now.seat, tech);
          const move = (by: number): void => {
            queue.move(id, by);
            focus(Math.max(0, Math.min(waiting.length - 1, at + by)));
          };
          const remove = (): void => {
            queue.toggle(id);
            focus(Math.min(at, waiting.length - 2));
          };
          const onKeyDown = listKeys(remove, move);
          return (
            <li key={id} class="queue-item" tabIndex={0} data-testid={`queued-${id}`} onKeyDown={onKeyDown}>
              <span class="tech-code" style={{ '--branch': now.ruleset.branches[tech?.branch ?? '']?.colour ?? '' }}>
                {tech?.code}
              </span>
              <span class="grow">
                <strong>{name(id, 'tech')}</strong>
                <span class="quiet">
                  {needs.length === 0
                    ? t('ui.queue.next-turn')
                    : t('ui.queue.after', { techs: listOf(needs.map((need) => name(need, 'tech'))) })}
                </span>
              </span>
              <RowTools
                words={{
                  up: t('ui.queue.up', { tech: id }),
                  down: t('ui.queue.down', { tech: id }),
                  remove: t('ui.queue.remove', { tech: id }),
                }}
                first={at === 0}
                last={at === waiting.length - 1}
                onMove={move}
                onRemove={remove}
                removeTestId="unqueue"
              />
            </li>
          );
        })}
      </ol>
      <p class="quiet">{t('ui.queue.note')}</p>
    </section>
  );
}
