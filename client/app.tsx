/** Which screen is shown: home, a match, or joining by a link with a code. */
import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Toaster } from './ui/components/toaster.tsx';
import { route } from './ui/route.ts';
import { Home } from './ui/screens/home.tsx';
import { t } from './ui/text.ts';

type MatchScreen = FunctionComponent<{ matchId: string }>;

/** The rules are a page of their own, fetched when it is asked for. */
function LazyRules() {
  const [Screen, setScreen] = useState<FunctionComponent | null>(null);
  useEffect(() => {
    void import('./ui/screens/rules.tsx').then((module) => setScreen(() => module.Rules));
  }, []);
  return Screen === null ? (
    <main class="waiting" aria-busy="true">
      {t('ui.loading')}
    </main>
  ) : (
    <Screen />
  );
}

/** The match's code (rules, panels) is fetched when a match is first opened. */
function LazyMatch({ matchId }: { matchId: string }) {
  const [Screen, setScreen] = useState<MatchScreen | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('./ui/screens/match.tsx').then((module) => wanted && setScreen(() => module.MatchScreen));
    return () => {
      wanted = false;
    };
  }, []);
  return Screen === null ? (
    <main class="waiting" aria-busy="true">
      {t('ui.loading')}
    </main>
  ) : (
    <Screen key={matchId} matchId={matchId} />
  );
}

export function App() {
  const now = route.value;
  return (
    <>
      {now.at === 'match' && <LazyMatch matchId={now.matchId} />}
      {now.at === 'rules' && <LazyRules />}
      {(now.at === 'home' || now.at === 'join') && <Home code={now.at === 'join' ? now.code : ''} />}
      <Toaster />
    </>
  );
}
