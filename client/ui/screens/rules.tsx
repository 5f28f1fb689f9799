/** All rules on one page, made from the ruleset: to look things up and to print, not to read first. */
import '../styles/rules.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { Mark } from '../components/mark.tsx';
import { LanguagePick } from '../home/language-pick.tsx';
import { loadHome } from '../home/lobby-data.ts';
import { useKeys } from '../keys.ts';
import { goHome } from '../route.ts';
import { ruleTables } from '../rules/rule-tables.ts';
import { type RuleTable, search } from '../rules/table.ts';
import { language } from '../text/language.ts';
import { words } from '../text/words.ts';
import { t } from '../text.ts';
import { ruleset } from '../world.ts';

/** What scrolls takes the focus, so that arrow keys can scroll it. */
const SCROLLS = { tabIndex: 0 } as const;

function RuleSection({ table }: { table: RuleTable }) {
  return (
    <section class="rule-section" id={`rules-${table.id}`} aria-labelledby={`rules-${table.id}-title`}>
      <h2 class="serif" id={`rules-${table.id}-title`} tabIndex={-1}>
        {table.title}
      </h2>
      {table.text !== undefined && <p class="quiet">{table.text}</p>}
      <div class="rule-scroll" {...SCROLLS}>
        <table>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody lang={table.lang}>
            {table.rows.map((row, at) => (
              <tr key={at}>{row.map((cell, column) => (column === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function Rules() {
  const query = useSignal('');
  const world = ruleset.value;
  useEffect(() => {
    document.title = `${t('ui.rules')} · ${t('ui.title')}`;
    if (ruleset.peek() === null) void loadHome();
  }, []);
  useKeys({ '/': () => document.getElementById('rules-find')?.focus(), Escape: goHome });
  const all = useMemo(() => (world === null ? [] : ruleTables(world)), [world, language.value, words.value]);
  const found = search(all, query.value);
  const count = found.reduce((sum, table) => sum + table.rows.length, 0);
  return (
    <div class="rules">
      <header class="rules-head">
        <button type="button" class="brand" onClick={goHome} aria-label={t('ui.home')}>
          <Mark size={30} />
        </button>
        <h1 class="serif">{t('ui.rules')}</h1>
        <label class="find-line">
          <Icon name="search" />
          <span class="hidden-text">{t('ui.find')}</span>
          <input
            id="rules-find"
            class="field"
            type="search"
            placeholder={t('ui.find')}
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value;
            }}
          />
        </label>
        <LanguagePick />
        <Button icon="printer" onPress={() => print()}>
          {t('ui.rules.print')}
        </Button>
      </header>
      <nav class="rules-nav" aria-label={t('ui.rules.sections')}>
        {found.map((table) => (
          <button
            key={table.id}
            type="button"
            class="link"
            onClick={() => {
              const title = document.getElementById(`rules-${table.id}-title`);
              title?.scrollIntoView();
              title?.focus({ preventScroll: true });
            }}
          >
            {table.title}
          </button>
        ))}
      </nav>
      <main class="rules-main" aria-busy={world === null || undefined}>
        <p class="hidden-text" aria-live="polite">
          {query.value === '' ? '' : t('ui.rules.found', { n: count })}
        </p>
        {world === null && <p>{t('ui.loading')}</p>}
        {world !== null && found.length === 0 && <p class="empty">{t('ui.rules.found', { n: 0 })}</p>}
        {found.map((table) => (
          <RuleSection key={table.id} table={table} />
        ))}
      </main>
    </div>
  );
}
