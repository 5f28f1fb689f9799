/** Home: play at once, join by code, go on, look for a match, or make one. */
import { useEffect } from 'preact/hooks';
import { Mark } from '../components/mark.tsx';
import { CreateMatch } from '../home/create-match.tsx';
import { HereNote } from '../home/here-note.tsx';
import { HomeFoot } from '../home/home-foot.tsx';
import { JoinCode } from '../home/join-code.tsx';
import { LearnCards } from '../home/learn-cards.tsx';
import { loadHome, reach } from '../home/lobby-data.ts';
import { loadMods } from '../home/mods.ts';
import { OpenMatches } from '../home/open-matches.tsx';
import { PlayNow } from '../home/play-now.tsx';
import { WaitingMatches } from '../home/waiting-matches.tsx';
import { focusNextRegion, useKeys } from '../keys.ts';
import { t } from '../text.ts';

export function Home({ code }: { code: string }) {
  useEffect(() => {
    document.title = t('ui.title');
    void loadHome().then(loadMods);
  }, []);
  useKeys({ F6: (event) => focusNextRegion(event.shiftKey) });
  return (
    <div class="home">
      <main class="home-night night" data-region tabIndex={-1}>
        <div class="home-brand">
          <Mark size={46} />
          <span>{t('ui.title')}</span>
        </div>
        <h1 class="serif">
          {t('ui.home.headline-1')} <br />
          {t('ui.home.headline-2')}
        </h1>
        <p class="home-lead">{t('ui.home.lead')}</p>
        <PlayNow />
        {reach.value !== 'here' && <JoinCode code={code} />}
        <HereNote />
        <p class="home-note">{t('ui.home.disclaimer')}</p>
      </main>
      <section class="home-middle" aria-label={t('ui.home.matches')} data-region tabIndex={-1}>
        <WaitingMatches />
        {reach.value !== 'here' && <OpenMatches />}
        <LearnCards />
        <HomeFoot />
      </section>
      <section class="home-create" aria-label={t('ui.home.create')} data-region tabIndex={-1}>
        <CreateMatch />
      </section>
    </div>
  );
}
