/** A style shows in play: the same seats, seeds and level, once open and once closed, once bold and once cautious. */
import { describe, expect, test } from 'vitest';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';
import { playMatch } from '#shared/experiment/simulate.ts';
import type { Ruleset } from '#shared/ruleset/schema/ruleset.ts';
import { deriveSeed } from '#shared/util/keyed-random.ts';
import { counts, report } from '#tests/counts.ts';

const { ruleset } = await loadBaseRuleset();

interface Style {
  readonly boldPermille: number;
  readonly openPermille: number;
}

/** The ruleset with one style for all bots. */
function styled(style: Style): Ruleset {
  const actors = Object.fromEntries(Object.entries(ruleset.actors).map(([id, actor]) => [id, { ...actor, bot: style }]));
  return { ...ruleset, actors };
}

interface Seen {
  releases: number;
  open: number;
  published: number;
  /** Escalation added by anybody, before it is calmed. */
  provoked: number;
  grey: number;
  turns: number;
}

function play(style: Style): Seen {
  const seen: Seen = { releases: 0, open: 0, published: 0, provoked: 0, grey: 0, turns: 0 };
  const world = styled(style);
  for (let game = 0; game < counts.styleGames; game += 1) {
    playMatch(world, {
      scenario: 'base:long-race',
      seed: deriveSeed(`style/${game}`, 'bot-style'),
      onTurn: ({ orders, resolution }) => {
        seen.turns += 1;
        for (const order of Object.values(orders).flat()) {
          if (order.kind === 'release') {
            seen.releases += 1;
            if (order.way !== 'api') seen.open += 1;
          }
          if (order.kind === 'publish') seen.published += 1;
          if (order.kind === 'buy-grey' || order.kind === 'distil') seen.grey += 1;
        }
        for (const entry of resolution.ledger)
          if (entry.topic === 'escalation') for (const { amount = 0 } of entry.causes) if (amount > 0) seen.provoked += amount;
      },
    });
  }
  return seen;
}

const MIDDLE = 500;

describe('styles', () => {
  test('open bots release open weights and publish, closed ones sell', () => {
    const open = play({ boldPermille: MIDDLE, openPermille: 900 });
    const closed = play({ boldPermille: MIDDLE, openPermille: 100 });
    const share = (seen: Seen) => seen.open / seen.releases;
    report(`open against closed: open releases ${share(open).toFixed(2)} against ${share(closed).toFixed(2)}`);
    report(`open against closed: published ${open.published} against ${closed.published}`);
    expect(share(open)).toBeGreaterThan(share(closed) + 0.4);
    expect(open.published).toBeGreaterThan(closed.published);
  });

  test('bold bots risk escalation and the grey market, cautious ones do not', () => {
    const bold = play({ boldPermille: 900, openPermille: MIDDLE });
    const cautious = play({ boldPermille: 100, openPermille: MIDDLE });
    const rate = (seen: Seen) => seen.provoked / seen.turns;
    report(`bold against cautious: escalation added a turn ${rate(bold).toFixed(2)} against ${rate(cautious).toFixed(2)}`);
    report(`bold against cautious: grey purchases and distillations ${bold.grey} against ${cautious.grey}`);
    expect(rate(bold)).toBeGreaterThan(rate(cautious) * 1.3);
    expect(bold.grey).toBeGreaterThan(cautious.grey * 1.5);
  });
});
