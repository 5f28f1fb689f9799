/** Policy: laws that bite or will, what each does, how near the strait is to closing, allies, enforcement, and what I can do. */

import type { Entry } from '#shared/state/ledger.ts';
import type { KnownState, LawState } from '#shared/state/schema.ts';
import { Bar } from '../components/bar.tsx';
import { Icon } from '../components/icon.tsx';
import { PanelTitle } from '../components/panel-title.tsx';
import { Seal } from '../components/seal.tsx';
import type { Explain } from '../explain/explanation.ts';
import { Figure } from '../explain/figure.tsx';
import { alignment, capital, escalation } from '../explain/policy.ts';
import type { World } from '../explain/scores.ts';
import { Term } from '../help/term.tsx';
import { quarterOfTurn } from '../text/quantity.ts';
import { name, t } from '../text.ts';
import { blocsOf, ruleset } from '../world.ts';
import { CanDo } from './can-do.tsx';
import { LAW_KINDS, LawChoices } from './law-choices.tsx';
import { lawDoes } from './law-does.ts';
import { type Session, useSession } from './session.ts';

/** Kinds of order that make policy; those of them that the role has are offered. */
const POLICY_KINDS = [
  'announce',
  'license',
  'refuse',
  'retaliate',
  'enforce',
  'win-over',
  'subsidise',
  'summit',
  'lobby',
  'stop',
];
const MARKS = [30, 50, 70, 85, 100];

function LawRow({ law, turn, mine }: { law: LawState; turn: number; mine: boolean }) {
  const announced = law.forceTurn > turn;
  return (
    <li class={`law ${announced ? 'announced' : ''} ${mine ? 'against-me' : ''}`}>
      <Icon name={announced ? 'clock' : 'landmark'} />
      <strong>{name(law.law, 'law')}</strong>
      <span class={`tag ${announced ? 'tag-act' : ''}`}>
        {announced
          ? t('ui.policy.bites', { quarter: quarterOfTurn(law.forceTurn) })
          : t('ui.policy.since', { quarter: quarterOfTurn(law.forceTurn) })}
      </span>
      <span class="law-text">{lawDoes(law)}</span>
      <span class="law-text quiet">
        {t('ui.policy.by', { actor: law.by, target: law.target })}
        {law.chip !== null && ` · ${name(law.chip, 'chip')}`}
        {law.untilTurn !== null && ` · ${t('ui.until', { untilTurn: law.untilTurn })}`}
      </span>
    </li>
  );
}

function Laws({ session, state }: { session: Session; state: KnownState }) {
  const seat = session.seat.value;
  const bloc = seat === null ? undefined : state.actors[seat]?.bloc;
  const laws = Object.values(state.laws).sort((a, b) => b.forceTurn - a.forceTurn);
  if (laws.length === 0) return <p class="empty">{t('ui.policy.none')}</p>;
  return (
    <ul class="laws">
      {laws.map((law) => (
        <LawRow key={law.id} law={law} turn={state.turn} mine={law.target === bloc || law.target === seat} />
      ))}
    </ul>
  );
}

export function EscalationTrack({ value, why }: { value: number; why?: Explain }) {
  const next = MARKS.find((mark) => mark > value) ?? 100;
  return (
    <div class="escalation">
      <div class="escalation-track" role="img" aria-label={t('ui.escalation.is', { value })}>
        <span class="escalation-fill" style={{ width: `${value}%` }} />
        {MARKS.map((mark) => (
          <i key={mark} style={{ left: `${mark}%` }} />
        ))}
      </div>
      <p>
        {why === undefined ? (
          <b class="figures">{value}</b>
        ) : (
          <Figure of={t('ui.escalation')} explain={why}>
            {value}
          </Figure>
        )}{' '}
        {t(`ui.escalation.${next}`, { mark: next })}
      </p>
    </div>
  );
}

function Allies({ world, entries }: { world: World; entries: readonly Entry[] }) {
  const { state } = world;
  return (
    <table class="figures-table">
      <thead>
        <tr>
          <th scope="col">{t('ui.policy.ally')}</th>
          {blocsOf(state).map((bloc) => (
            <th key={bloc} scope="col">
              {name(bloc, 'bloc')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(state.alignment).map(([ally, byBloc]) => (
          <tr key={ally}>
            <th scope="row">{name(ally, 'ally')}</th>
            {blocsOf(state).map((bloc) => (
              <td key={bloc} class="figures">
                <Bar share={(byBloc[bloc] ?? 0) / 100} bloc={bloc} class="short-bar" />{' '}
                <Figure of={`${name(ally, 'ally')}, ${name(bloc, 'bloc')}`} explain={() => alignment(world, entries, ally, bloc)}>
                  {byBloc[bloc] ?? 0}
                </Figure>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Governments({ world, entries }: { world: World; entries: readonly Entry[] }) {
  const { state } = world;
  const rows = Object.entries(state.actors).filter(([, actor]) => actor.open.capital !== null);
  return (
    <ul class="rows">
      {rows.map(([id, actor]) => (
        <li key={id}>
          <Seal id={id} size={24} named />
          <span class="grow">
            <strong>{name(id, 'actor')}</strong>
            <span class="quiet">
              <Figure of={t('ui.capital')} explain={() => capital(world, entries, id)}>
                {t('ui.policy.capital', { n: actor.open.capital ?? 0 })}
              </Figure>
              {Object.entries(actor.open.enforcement)
                .filter(([, steps]) => steps > 0)
                .map(([place, steps]) => ` · ${t('ui.policy.enforces', { site: place, steps })}`)
                .join('')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function PolicyPanel() {
  const session = useSession();
  const state = session.state.value;
  const seat = session.seat.value;
  if (state === null || ruleset.value === null) return null;
  // Who makes laws acts first and looks up what is in force after.
  const rules = seat !== null && state.actors[seat]?.open.capital != null;
  const world: World = { ruleset: ruleset.value, state };
  const entries = session.client.view.value?.report ?? [];
  return (
    <section aria-label={t('ui.tab.policy')}>
      {rules && session.known.value !== null && <LawChoices known={session.known.value} />}
      {rules && <CanDo title={t('ui.policy.do-else')} kinds={POLICY_KINDS.filter((kind) => !LAW_KINDS.includes(kind))} />}
      <PanelTitle title={t('ui.policy.laws')} rule={false}>
        <Term id="notice" help />
      </PanelTitle>
      <Laws session={session} state={state} />
      {!rules && <CanDo title={t('ui.policy.do')} kinds={POLICY_KINDS} />}
      <PanelTitle title={t('ui.escalation')} rule={false}>
        <Term id="escalation" help />
      </PanelTitle>
      <EscalationTrack value={state.escalation} why={() => escalation(world, entries)} />
      {state.truces.map((truce, at) => (
        <p key={at}>{t('ui.policy.truce', { untilTurn: truce.untilTurn })}</p>
      ))}
      <PanelTitle title={t('ui.policy.governments')} rule={false}>
        <Term id="capital" help />
      </PanelTitle>
      <Governments world={world} entries={entries} />
      <PanelTitle title={t('ui.policy.allies')} rule={false}>
        <Term id="alignment" help />
      </PanelTitle>
      <Allies world={world} entries={entries} />
    </section>
  );
}
