/** The research tree as a metro map: a row a branch, a stop a technology, with its price, who has it and what it opens. */
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import type { Branch, Tech } from '#shared/ruleset/schema/technology.ts';
import { Icon } from '../components/icon.tsx';
import { Switch } from '../components/switch.tsx';
import { useKeys } from '../keys.ts';
import { layout, researchOpen, tab } from '../match/layout.ts';
import { mayQueue } from '../match/queue.ts';
import { toggleResearch } from '../match/research-draft.ts';
import { useSession } from '../match/session.ts';
import { TechDetail } from '../match/tech-detail.tsx';
import { TechLinks } from '../match/tech-links.tsx';
import { opensUp, techStatus } from '../match/tech-state.ts';
import { TechLegend, TechStop } from '../match/tech-stop.tsx';
import { listOf, name, t } from '../text.ts';

export function closeResearch(): void {
  researchOpen.value = false;
  tab.value = layout.value === 'tablet' || layout.value === 'phone' ? 'orders' : 'leaderboard';
}

function BranchRow(props: {
  branch: Branch;
  techs: Tech[];
  chosen: string | null;
  mine: boolean;
  onChoose: (tech: string) => void;
}) {
  const { branch, techs, chosen, mine, onChoose } = props;
  return (
    <section class="branch" style={{ '--branch': branch.colour }} aria-label={name(branch.id, 'branch')}>
      <header class="branch-head">
        <span class="branch-letter" aria-hidden="true">
          {branch.letter}
        </span>
        <span>
          <strong>{name(branch.id, 'branch')}</strong>
          <small class="quiet">
            {mine ? t('ui.research.your-role') : listOf(branch.roles.map((role) => name(role, 'role')))}
          </small>
        </span>
      </header>
      <ul class="branch-line">
        {techs.map((tech) => (
          <TechStop key={tech.id} tech={tech} chosen={tech.id === chosen} onChoose={() => onChoose(tech.id)} />
        ))}
      </ul>
    </section>
  );
}

/** Arrow keys go from stop to stop, along the line and to the nearest on the next. */
function step(event: KeyboardEvent): void {
  const stops = [...document.querySelectorAll<HTMLElement>('.tech-stop button')];
  const from = event.target instanceof HTMLElement ? stops.indexOf(event.target) : -1;
  const at = stops[from]?.getBoundingClientRect();
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (at === undefined || way === undefined) return;
  const [dx = 0, dy = 0] = way;
  event.preventDefault();
  event.stopPropagation();
  const scored = stops
    .map((stop) => ({ stop, box: stop.getBoundingClientRect() }))
    .map(({ stop, box }) => ({ stop, x: box.left + box.width / 2 - (at.left + at.width / 2), y: box.top - at.top }))
    .filter(({ x, y }) => (dx !== 0 ? x * dx > 2 && Math.abs(y) < 30 : y * dy > 20))
    .sort((a, b) =>
      dx !== 0 ? Math.abs(a.x) - Math.abs(b.x) : Math.abs(a.y) * 2 + Math.abs(a.x) - Math.abs(b.y) * 2 - Math.abs(b.x),
    );
  scored[0]?.stop.focus();
}

export function Research() {
  const session = useSession();
  const known = session.known.value;
  const only = useSignal<'all' | 'role'>('all');
  const find = useSignal('');
  const chosen = useSignal<string | null>(null);
  const role = known?.state.actors[known.seat]?.role ?? '';
  const all = Object.values(known?.ruleset.techs ?? {});
  const startable = (tech: Tech): boolean =>
    known !== null && techStatus(known, tech, session.draft.orders.value) === 'available';
  const shown = chosen.value ?? all.find(startable)?.id ?? null;
  useKeys({
    Escape: closeResearch,
    r: () => {
      if (shown !== null) toggleResearch(session, shown);
    },
    q: () => {
      const tech = known?.ruleset.techs[shown ?? ''];
      if (known === null || tech === undefined) return;
      const queue = session.queue.list.peek();
      if (queue.includes(tech.id) || mayQueue(known, tech, session.draft.orders.peek(), queue)) session.queue.toggle(tech.id);
    },
    '/': () => document.getElementById('tech-find')?.focus(),
  });
  useLayoutEffect(() => {
    document.getElementById('research-back')?.focus();
  }, []);
  if (known === null) return null;
  const wanted = find.value.trim().toLowerCase();
  const columns = Math.max(1, ...all.map((tech) => tech.column));
  const branches = Object.values(known.ruleset.branches)
    .filter((branch) => only.value === 'all' || branch.roles.includes(role))
    .map((branch) => ({
      branch,
      techs: all
        .filter(
          (tech) =>
            tech.branch === branch.id &&
            (wanted === '' || `${tech.code} ${name(tech.id, 'tech')}`.toLowerCase().includes(wanted)),
        )
        .sort((a, b) => a.column - b.column),
    }))
    .filter(({ techs }) => techs.length > 0)
    .sort((a, b) => Number(b.branch.roles.includes(role)) - Number(a.branch.roles.includes(role)));
  return (
    <>
      <main class="research" aria-label={t('ui.tab.research')} data-region data-testid="research" tabIndex={-1} onKeyDown={step}>
        <header class="research-head">
          <button type="button" id="research-back" class="btn btn-default" data-testid="research-close" onClick={closeResearch}>
            <Icon name="arrow-left" /> {t('ui.map')} <kbd class="key-cap">{t('ui.key.esc')}</kbd>
          </button>
          <h1>{t('ui.tab.research')}</h1>
          <Switch
            label={t('ui.research.show')}
            value={only.value}
            choices={[
              { value: 'all', label: t('ui.research.all') },
              { value: 'role', label: t('ui.research.role') },
            ]}
            onChoose={(value) => {
              only.value = value;
            }}
          />
          <label class="find-line">
            <Icon name="search" />
            <span class="hidden-text">{t('ui.find')}</span>
            <input
              id="tech-find"
              class="field"
              placeholder={t('ui.find')}
              value={find.value}
              onInput={(event) => {
                find.value = event.currentTarget.value;
              }}
              onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
            />
          </label>
          <TechLegend seat={known.seat} />
        </header>
        <div class="branches">
          <div class="branches-plane" style={{ '--columns': String(columns) }}>
            {branches.map(({ branch, techs }) => (
              <BranchRow
                key={branch.id}
                branch={branch}
                techs={techs}
                chosen={shown}
                mine={branch.roles.includes(role)}
                onChoose={(tech) => {
                  chosen.value = tech;
                }}
              />
            ))}
            {shown !== null && <TechLinks from={shown} to={opensUp(known, shown).map(({ id }) => id)} />}
          </div>
        </div>
      </main>
      <aside class="side research-side" aria-label={t('ui.research.detail')} data-region tabIndex={-1}>
        {shown !== null && <TechDetail tech={shown} onChoose={(tech) => (chosen.value = tech)} />}
      </aside>
    </>
  );
}
