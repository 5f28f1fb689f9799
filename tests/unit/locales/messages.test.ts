/** Every message that the rules send has words, the same in all languages, and every content of the base game a name. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { advise } from '#shared/bots/advisor.ts';
import { preview } from '#shared/bots/preview.ts';
import { checkDraft } from '#shared/rules/check-draft.ts';
import { newMatch } from '#shared/rules/new-match.ts';
import { ORDER_KINDS } from '#shared/rules/orders/registry.ts';
import { resolve } from '#shared/rules/resolve.ts';
import { CONDITION_IDS, LEVER_IDS, METRIC_IDS, OUTCOME_IDS, STAT_IDS, SYSTEM_IDS } from '#shared/ruleset/catalogue.ts';
import { type MessageRef, PHASES } from '#shared/state/ledger.ts';
import { viewFor } from '#shared/state/view.ts';
import { argumentsOf, LANGUAGES, readMessages, rulesWords, shapeOf, sharedWords, writtenIds } from './read-locales.ts';

const english = rulesWords('en');
const known = sharedWords('en');
const written = writtenIds(['shared/rules', 'shared/bots']);

test('every id written in the rules and bots has words', () => {
  const keys = Object.keys(known);
  const missing = written.filter(({ id }) => !keys.some((key) => shapeOf(id).test(key)));
  expect(missing).toEqual([]);
});

test('no report, refusal or warning has words that no code asks for', () => {
  const shapes = [...new Set(written.map(({ id }) => id))].map(shapeOf);
  const spoken = Object.keys(english).filter((key) => /^(report|reject|care)\./.test(key));
  expect(spoken.filter((key) => !shapes.some((shape) => shape.test(key)))).toEqual([]);
});

test('every figure of a forecast has a word that fits a card', () => {
  const topics = Object.keys(english).flatMap((key) => /^forecast\.([a-z]+)$/.exec(key)?.[1] ?? []);
  expect(topics).toContain('frontier');
  const words = readMessages('locales/en/ui.json');
  expect(topics.filter((topic) => words[`ui.plan.gain.${topic}`] === undefined)).toEqual([]);
});

test('fields, conditions and catalogues have words', () => {
  const wanted = [
    ...Object.values(ORDER_KINDS).flatMap((kind) => kind.fields.map((field) => `field.${kind.kind}.${field.name}`)),
    ...CONDITION_IDS.map((id) => `condition.${id}`),
    ...OUTCOME_IDS.map((id) => `outcome.${id}`),
    ...STAT_IDS.map((id) => `stat.${id}`),
    ...SYSTEM_IDS.map((id) => `system.${id}`),
    ...METRIC_IDS.map((id) => `metric.${id}`),
    ...LEVER_IDS.flatMap((id) => [`lever.${id}.text`, `word.lever.${id}`]),
    ...PHASES.map((id) => `phase.${id}`),
  ];
  expect(wanted.filter((id) => english[id] === undefined)).toEqual([]);
});

describe.each(LANGUAGES)('%s', (language) => {
  const words = rulesWords(language);

  test('has the keys of English, in the same order', () => {
    expect(Object.keys(words)).toEqual(Object.keys(english));
  });

  test('names the arguments of English in every message', () => {
    const differing = Object.keys(english).filter(
      (key) => argumentsOf(words[key] ?? '', language).join() !== argumentsOf(english[key] ?? '', 'en').join(),
    );
    expect(differing).toEqual([]);
  });
});

test.each(LANGUAGES)('the base game has all its names and texts in %s', async (language) => {
  const { locales } = await loadBaseRuleset();
  expect(Object.keys(locales.en ?? {}).filter((key) => locales[language]?.[key] === undefined)).toEqual([]);
});

test('what a match sends can be said in every language', { timeout: 60_000 }, async () => {
  const { ruleset } = await loadBaseRuleset();
  const said: MessageRef[] = [];
  const topics = new Set<string>();
  let state = newMatch(ruleset, 'base:october-rule', '00112233445566778899aabbccddeeff');
  for (let turn = 0; turn < 2; turn += 1) {
    const orders: Record<string, ReturnType<typeof advise>[number]['orders']> = {};
    for (const seat of Object.keys(state.actors).sort()) {
      const view = viewFor(ruleset, state, seat);
      const plans = advise(ruleset, view, 'words');
      for (const plan of plans) {
        const check = checkDraft({ ruleset, seat, state: view.state }, plan.orders);
        said.push(plan.title, plan.text);
        const { lines, assumes } = preview(ruleset, view, plan.orders, { samples: 2, key: 'words', others: 'stand' });
        said.push(...lines.map((line) => line.label), ...assumes);
        for (const order of check.orders)
          said.push(order.summary, ...[order.rejection, order.care].filter((line) => line !== null));
      }
      orders[seat] = plans[turn]?.orders ?? [];
    }
    const next = resolve(ruleset, state, { orders, deals: [] });
    state = next.state;
    for (const entry of next.ledger) {
      topics.add(entry.topic);
      if (entry.line !== null) said.push(entry.line);
      for (const cause of entry.causes) if (cause.kind === 'rule') said.push({ id: cause.id, params: {} });
    }
  }
  const failures = new Set<string>();
  for (const language of LANGUAGES) {
    const words = { ...sharedWords(language), ...readMessages(`rulesets/base/locales/${language}.json`) };
    for (const topic of topics) if (words[`topic.${topic}`] === undefined) failures.add(`topic.${topic}`);
    for (const { id, params } of said) {
      try {
        new IntlMessageFormat(words[id] ?? '{missing}', language, undefined, { ignoreTag: true }).format(params);
      } catch (error) {
        failures.add(`${language} ${id}: ${String(error)}`);
      }
    }
  }
  expect([...failures]).toEqual([]);
});

test('every content of the base game has a name', async () => {
  const { ruleset } = await loadBaseRuleset();
  const names = readMessages('rulesets/base/locales/en.json');
  const named: Readonly<Record<string, object>> = {
    actor: ruleset.actors,
    ally: ruleset.allies,
    bloc: ruleset.blocs,
    branch: ruleset.branches,
    chip: ruleset.chips,
    event: ruleset.events,
    law: ruleset.laws,
    line: ruleset.lines,
    order: ruleset.orders,
    region: ruleset.regions,
    role: ruleset.roles,
    scenario: ruleset.scenarios,
    site: ruleset.sites,
    tech: ruleset.techs,
  };
  const wanted = Object.entries(named).flatMap(([kind, contents]) => Object.keys(contents).map((id) => `${kind}.${id}`));
  for (const law of Object.values(ruleset.laws)) for (const setting of law.settings) wanted.push(`law.${law.id}.${setting.key}`);
  expect(wanted.length).toBeGreaterThan(100);
  expect(wanted.filter((id) => names[id] === undefined)).toEqual([]);
});

test.each(LANGUAGES.filter((language) => language !== 'en'))('%s is translated', (language) => {
  const words = rulesWords(language);
  const sentences = Object.keys(english).filter((key) =>
    /[a-z]{3,} [a-z]{3,}/i.test((english[key] ?? '').replaceAll(/[{}#,]/g, '')),
  );
  expect(sentences.filter((key) => words[key] === english[key] && key !== 'report.event')).toEqual([]);
});
