/** One match from lobby to final score: opens the session and shows the stage it is in. */
import '../styles/match.css';
import '../styles/top-bar.css';
import '../styles/orders.css';
import '../styles/advisor.css';
import '../styles/map-area.css';
import '../styles/side-tabs.css';
import '../styles/foot.css';
import '../styles/phone-foot.css';
import '../styles/notices.css';
import '../styles/lobby.css';
import '../styles/legend.css';
import '../styles/board.css';
import '../styles/standing.css';
import '../styles/chart.css';
import '../styles/rows.css';
import '../styles/tables.css';
import '../styles/policy.css';
import '../styles/deals.css';
import '../styles/chat.css';
import '../styles/order-form.css';
import '../styles/figure.css';
import '../styles/report.css';
import '../styles/research.css';
import '../styles/debrief.css';
import '../styles/learn.css';
import '../styles/orders-column.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { openAt } from '../../net/places.ts';
import { keepMatch, ownMatch } from '../../net/tokens.ts';
import { Button } from '../components/button.tsx';
import { adoptLesson } from '../learn/lesson.ts';
import { Announcer } from '../match/announcer.tsx';
import { ConnectionBanner } from '../match/connection-banner.tsx';
import { KeysDialog } from '../match/keys-dialog.tsx';
import { dropMap } from '../match/map-state.ts';
import { openSession, type Session, SessionProvider } from '../match/session.ts';
import { asOf } from '../report/replay.ts';
import { goHome } from '../route.ts';
import { watchTurns } from '../sound/turn-due.ts';
import { t } from '../text.ts';
import { Debrief } from './debrief.tsx';
import { Lobby } from './lobby.tsx';
import { Planning } from './planning.tsx';
import { Report } from './report.tsx';

/** Remembers for the home page the seat, how far the match is, and its end. */
function useMemory(session: Session | null): void {
  const table = session?.client.table.value;
  const state = session?.state.value;
  const quarter = state ? state.startQuarter + state.turn : null;
  useEffect(() => {
    const known = table === null || table === undefined ? undefined : ownMatch(table.matchId);
    if (known === undefined || !table) return;
    keepMatch({
      ...known,
      scenario: table.settings.scenario,
      seat: table.you.seat,
      seenMs: Date.now(),
      ended: table.status === 'ended',
      ...(quarter === null ? {} : { quarter }),
      dueMs: table.paused ? null : table.deadlineMs,
    });
  }, [table?.matchId, table?.you.seat, table?.status, quarter, table?.paused, table?.deadlineMs]);
}

function Waiting() {
  return (
    <main class="waiting" aria-busy="true">
      <p>{t('ui.loading')}</p>
    </main>
  );
}

/** The report of the last turn, or of the point of the past that is looked at. */
function ReportAt({ session }: { session: Session }) {
  const past = session.replay.shown.value;
  const shown = useMemo(() => (past === null ? session : asOf(session, past)), [past, session]);
  if (session.replay.waiting.value) return <Waiting />;
  return (
    <SessionProvider value={shown}>
      <Report />
    </SessionProvider>
  );
}

function Stage({ session }: { session: Session }) {
  switch (session.stage.value) {
    case 'lobby':
      return <Lobby />;
    case 'planning':
      return <Planning />;
    case 'report':
      return <ReportAt session={session} />;
    case 'debrief':
      return <Debrief />;
    default:
      return <Waiting />;
  }
}

export function MatchScreen({ matchId }: { matchId: string }) {
  const [session, setSession] = useState<Session | null>(null);
  const known = ownMatch(matchId);
  const token = known?.token;
  const place = known?.place ?? 'server';
  useEffect(() => {
    if (token === undefined) return;
    let close: (() => void) | null = () => undefined;
    void openAt(place, matchId, token).then((client) => {
      if (close === null) {
        client.leave();
        return;
      }
      const opened = openSession(client);
      adoptLesson(matchId);
      setSession(opened);
      const quiet = watchTurns(opened);
      close = () => {
        quiet();
        opened.close();
        dropMap();
      };
    });
    return () => {
      close?.();
      close = null;
    };
  }, [matchId, token, place]);
  useMemory(session);
  const refusal = session?.client.refusal.value ?? null;
  if (token === undefined || session?.client.status.value === 'refused') {
    return (
      <main class="waiting">
        <div class="lost">
          <h1 class="serif">{t('ui.match.gone')}</h1>
          <p>{t(refusal ?? 'ui.match.gone.text')}</p>
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
      <Announcer />
      <Stage session={session} />
      <KeysDialog />
    </SessionProvider>
  );
}
