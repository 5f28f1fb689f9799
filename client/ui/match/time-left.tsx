/** Time left of the planning, as ring and figure; 30 and 10 seconds are announced. */
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../components/icon.tsx';
import { Ring } from '../components/ring.tsx';
import { t } from '../text.ts';
import { useSession } from './session.ts';

const WARN_AT_S = [30, 10];

function clockText(seconds: number): string {
  if (seconds >= 86_400) return t('ui.time.days', { n: Math.floor(seconds / 86_400) });
  if (seconds >= 3600) return t('ui.time.hours', { n: Math.floor(seconds / 3600) });
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function TimeLeft() {
  const { client } = useSession();
  const table = client.table.value;
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, []);
  if (table === null || table.status !== 'planning') return null;
  if (table.paused) {
    return (
      <div class="stat stat-time">
        <Icon name="pause" /> <span class="stat-value">{t('ui.paused')}</span>
      </div>
    );
  }
  if (table.deadlineMs === null || table.settings.turnSeconds === null) return null;
  const left = Math.max(0, Math.ceil((table.deadlineMs - Date.now() - client.clockOffsetMs.value) / 1000));
  const warned = WARN_AT_S.filter((at) => left <= at).pop();
  return (
    <div class="stat stat-time">
      <Ring share={Math.min(1, left / table.settings.turnSeconds)} />
      <div>
        <span class="stat-label">{t('ui.time-left')}</span>
        <span class="stat-value figures">{clockText(left)}</span>
      </div>
      <span class="hidden-text" role="alert">
        {warned === undefined || left === 0 ? '' : t('ui.time.warning', { n: warned })}
      </span>
    </div>
  );
}
