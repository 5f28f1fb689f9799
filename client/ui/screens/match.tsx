/** One match from lobby to final score: opens the session and shows the stage it is in. */
import '../styles/match.css';
import '../styles/panels.css';
import '../styles/report.css';
import '../styles/research.css';
import '../styles/debrief.css';
import '../styles/learn.css';
import { useEffect, useState } from 'preact/hooks';
import { remoteMatch } from '../../net/remote-match.ts';
import { keepMatch, ownMatch } from '../../net/tokens.ts';
import { Button } from '../components/button.tsx';
import { adoptLesson } from '../learn/lesson.ts';
import { ConnectionBanner } from '../match/connection-banner.tsx';
import { KeysDialog } from '../match/keys-dialog.tsx';
import { dropMap } from '../match/map-state.ts';
import { openSession, type Session, SessionProvider } from '../match/session.ts';
import { goHome } from '../route.ts';
import { watchTurns } from '../sound/turn-due.ts';
import { t } from '../text.ts';
import { Debrief } from './debrief.tsx';
import { Lobby } from './lobby.tsx';
import { Planning } from './planning.tsx';
import { Report } from './report.tsx';

/** Remembers seat and end of the match for the home page. */
function useMemory(session: Session | null): void {
  const table = session?.client.table.value;
  useEffect(() => {
    const known = table === null || table === undefined ? undefined : ownMatch(table.matchId);
    if (known === undefined || !table) return;
    keepMatch({
      ...known,
      scenario: table.settings.scenario,
      seat: table.you.seat,
      seenMs: Date.now(),
      ended: table.status === 'ended',
    });
  }, [table?.matchId, table?.you.seat, table?.status]);
}

function Stage({ session }: { session: Session }) {
  switch (session.stage.value) {
    case 'lobby':
      return <Lobby />;
    case 'planning':
      return <Planning />;
    case 'report':
      return <Report key={session.reportTurn.value} />;
    case 'debrief':
      return <Debrief />;
    default:
      return (
        <main class="waiting" aria-busy="true">
          <p>{t('ui.loading')}</p>
        </main>
      );
  }
}

export function MatchScreen({ matchId }: { matchId: string }) {
  const [session, setSession] = useState<Session | null>(null);
  const token = ownMatch(matchId)?.token;
  useEffect(() => {
    if (token === undefined) return;
    const opened = openSession(remoteMatch(location.origin, matchId, token));
    adoptLesson(matchId);
    setSession(opened);
    const quiet = watchTurns(opened);
    return () => {
      quiet();
      opened.close();
      dropMap();
    };
  }, [matchId, token]);
  useMemory(session);
  if (token === undefined || session?.client.status.value === 'refused') {
    return (
      <main class="waiting">
        <div class="lost">
          <h1 class="serif">{t('ui.match.gone')}</h1>
          <p>{t('ui.match.gone.text')}</p>
          <Button look="main" onPress={goHome}>
            {t('ui.home')}
          </Button>
        </div>
      </main>
    );
  }
  if (session === null) return null;
  return (
    <SessionProvider value={session}>
      <ConnectionBanner />
      <Stage session={session} />
      <KeysDialog />
    </SessionProvider>
  );
}
