/** Ways to learn the game from home: a guided first match, and the rules. */
import { Icon } from '../components/icon.tsx';
import { dropLesson, startLesson } from '../learn/lesson.ts';
import { t } from '../text.ts';
import { busy, create, shortest } from './lobby-data.ts';

async function learn(): Promise<void> {
  const scenario = shortest();
  if (scenario === undefined || busy.value) return;
  startLesson();
  await create(
    { name: '', scenario: scenario.id, turnSeconds: null, listed: false, botLevel: 'normal', openTable: false },
    scenario.suggestedSeat,
    true,
  );
  if (!location.hash.startsWith('#/match/')) dropLesson();
}

export function LearnCards() {
  return (
    <div class="learn-cards">
      <button
        type="button"
        class="learn-card"
        data-testid="learn"
        aria-busy={busy.value || undefined}
        onClick={() => void learn()}
      >
        <Icon name="graduation-cap" size={24} />
        <strong>{t('ui.home.learn')}</strong>
        <span class="quiet">{t('ui.home.learn.text')}</span>
      </button>
      <a class="learn-card" href="#/rules" data-testid="rules">
        <Icon name="scroll-text" size={24} />
        <strong>{t('ui.rules')}</strong>
        <span class="quiet">{t('ui.home.rules.text')}</span>
      </a>
    </div>
  );
}
