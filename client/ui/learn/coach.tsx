/** The coach of a first match: one short note at a time beside the orders, never in the way, and gone on request. */
import { useEffect } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { openTab, tab } from '../match/layout.ts';
import { isReady } from '../match/ready.tsx';
import { type Session, useSession } from '../match/session.ts';
import { t } from '../text.ts';
import { hideCoach, lessonOf, noteDone } from './lesson.ts';
import { type Lesson, nextStep, type Step } from './steps.ts';

interface Help {
  readonly label: string;
  readonly press: (session: Session) => void;
}

/** What the note's own button does, where there is something to press. */
const HELPS: Partial<Record<Step, Help>> = {
  plan: {
    label: 'ui.learn.plan.do',
    press(session) {
      const plan = session.plans.peek()?.[0];
      if (plan !== undefined) session.draft.set(plan.orders);
    },
  },
  why: {
    label: 'ui.learn.why.do',
    press(session) {
      session.replay.look({ turn: session.reportTurn.peek() });
    },
  },
  law: { label: 'ui.learn.law.do', press: () => openTab('policy') },
  deal: { label: 'ui.learn.deal.do', press: () => openTab('deals') },
};

function useShown(session: Session, lesson: Lesson | null): ReturnType<typeof nextStep> {
  const known = session.known.value;
  if (lesson === null || known === null) return null;
  const role = known.state.actors[known.seat]?.role ?? '';
  return nextStep({
    turn: known.state.turn,
    orders: session.draft.orders.value,
    plan: session.plans.value?.[0]?.orders ?? null,
    done: lesson.done,
    kinds: Object.values(known.ruleset.orders)
      .filter((data) => data.roles.includes(role))
      .map((data) => data.kind),
    ready: isReady(session),
  });
}

/** Opening a tab is doing what the note asks for. */
function useTabsSeen(session: Session, step: Step | undefined): void {
  const now = tab.value;
  useEffect(() => {
    const { matchId } = session.client;
    if (step === 'law' && now === 'policy') noteDone(matchId, 'law');
    if (step === 'deal' && now === 'deals') noteDone(matchId, 'deal');
  }, [now, step]);
}

export function Coach({ report = false }: { report?: boolean }) {
  const session = useSession();
  const { matchId } = session.client;
  const lesson = lessonOf(matchId);
  const planned = useShown(session, lesson);
  useTabsSeen(session, report ? undefined : planned?.step);
  const shown = report ? (lesson?.done.includes('why') === false ? { step: 'ask' as const } : null) : planned;
  if (lesson === null || lesson.hidden || shown === null) return null;
  const help = shown.step === 'ask' ? undefined : HELPS[shown.step];
  return (
    <aside class={`coach ${report ? 'coach-report' : ''}`} aria-label={t('ui.learn.coach')} data-testid="coach" data-over-map>
      <Icon name="graduation-cap" size={20} />
      <div class="coach-words">
        <p aria-live="polite">
          {'of' in shown && shown.of > 1 && (
            <span class="coach-count figures">{t('ui.learn.of', { n: shown.n, of: shown.of })}</span>
          )}{' '}
          {t(`ui.learn.${shown.step}`)}
        </p>
        {help !== undefined && (
          <Button testId="coach-do" onPress={() => help.press(session)}>
            {t(help.label)}
          </Button>
        )}
      </div>
      <button
        type="button"
        class="icon-button small"
        aria-label={t('ui.learn.hide')}
        data-testid="coach-hide"
        onClick={() => hideCoach(matchId, true)}
      >
        <Icon name="x" size={16} />
      </button>
    </aside>
  );
}
