/** Outcomes of events, each a change of the state with the event as its cause. */
import type { OutcomeId } from '../../ruleset/catalogue.ts';
import type { EventDef } from '../../ruleset/schema/policy.ts';
import { clamp, floorInt } from '../../util/exact-math.ts';
import { sortedKeys } from '../../util/ids.ts';
import { pay } from '../accounts.ts';
import { record } from '../entries.ts';
import { bestModel, blocIds, blocOf, governmentsOf, hasCapital, makersOf } from '../know.ts';
import { addTo, open, own, type Turn } from '../turn.ts';

interface Happening {
  event: string;
  subject: string;
  value: number;
  lever: string | undefined;
}
type Outcome = (turn: Turn, happening: Happening) => void;

const isActor = (turn: Turn, id: string): boolean => turn.state.actors[id] !== undefined;
const blocOfSubject = (turn: Turn, id: string): string => (isActor(turn, id) ? blocOf(turn, id) : id);
const cause = ({ event }: Happening): { kind: 'event'; id: string } => ({ kind: 'event', id: event });

const OUTCOME: Readonly<Record<OutcomeId, Outcome>> = {
  'orders-change': (turn, { subject, value }) => {
    for (const maker of makersOf(turn))
      if (blocOf(turn, maker) !== blocOfSubject(turn, subject)) addTo(own(turn, maker).counters, 'orders-change', value);
  },
  'reach-add': (turn, happening) => {
    const model = isActor(turn, happening.subject) ? bestModel(turn, { actor: happening.subject }) : null;
    if (model === null) return;
    for (const region of sortedKeys(turn.state.market)) {
      const market = turn.state.market[region];
      if (market === undefined || turn.ruleset.regions[region]?.bloc !== null) continue;
      const target = model.open ? market.openUse : market.use;
      let others = 0;
      for (const source of [market.use, market.openUse]) for (const key of sortedKeys(source)) others += source[key] ?? 0;
      const gain = Math.min(floorInt(happening.value), 1000 - (target[model.id] ?? 0));
      const scale = others + gain > 1000 && others > 0 ? (1000 - gain) / others : 1;
      for (const source of [market.use, market.openUse])
        for (const key of sortedKeys(source)) source[key] = floorInt((source[key] ?? 0) * scale);
      addTo(target, model.id, gain);
    }
  },
  'capital-add': (turn, happening) => {
    const governments =
      isActor(turn, happening.subject) && hasCapital(turn, happening.subject)
        ? [happening.subject]
        : governmentsOf(turn, blocOfSubject(turn, happening.subject));
    for (const id of governments) {
      const before = open(turn, id).capital ?? 0;
      open(turn, id).capital = clamp(before + floorInt(happening.value), 0, 100);
      record(turn, {
        topic: 'capital',
        subject: id,
        unit: 'capital',
        before,
        after: open(turn, id).capital ?? 0,
        causes: [cause(happening)],
        line: { id: 'report.capital', params: { government: id, before, after: open(turn, id).capital ?? 0 } },
        weight: 3,
      });
    }
  },
  'law-discount': (turn, { subject, value, lever }) => {
    if (lever === undefined) return;
    const bloc = blocOfSubject(turn, subject);
    const governments =
      isActor(turn, subject) && hasCapital(turn, subject)
        ? [subject]
        : blocIds(turn)
            .filter((id) => id !== bloc)
            .flatMap((id) => governmentsOf(turn, id));
    for (const id of governments)
      open(turn, id).discounts.push({ lever: lever as never, permille: floorInt(value), untilTurn: turn.state.turn + 3 });
  },
  'price-change': (turn, happening) => {
    if (!isActor(turn, happening.subject)) return;
    const prices = open(turn, happening.subject).pricesKusd;
    for (const chip of sortedKeys(prices))
      prices[chip] = Math.max(1, floorInt((prices[chip] ?? 1) * (1 + happening.value / 1000)));
  },
  'dies-stop': (turn, happening) => {
    if (!isActor(turn, happening.subject)) return;
    const owner = own(turn, happening.subject);
    record(turn, {
      topic: 'dies',
      subject: happening.subject,
      unit: 'dies',
      before: owner.offshoreDies,
      after: 0,
      causes: [cause(happening)],
      audience: [happening.subject],
      line: { id: 'report.dies-stopped', params: { maker: happening.subject, dies: owner.offshoreDies } },
      weight: 6,
    });
    owner.offshoreDies = 0;
  },
  'talent-change': (turn, happening) => {
    if (!isActor(turn, happening.subject)) return;
    const owner = own(turn, happening.subject);
    const before = owner.talent;
    owner.talent = Math.max(1, floorInt(before * (1 + happening.value / 1000)));
    turn.state.freeTalent += Math.max(0, before - owner.talent);
    record(turn, {
      topic: 'talent',
      subject: happening.subject,
      unit: 'people',
      before,
      after: owner.talent,
      causes: [cause(happening)],
      audience: [happening.subject],
      line: { id: 'report.talent', params: { actor: happening.subject, before, after: owner.talent } },
      weight: 4,
    });
  },
  'pool-talent-add': (turn, { value }) => {
    turn.state.freeTalent = Math.max(0, turn.state.freeTalent + floorInt(value));
  },
  'revenue-change': (turn, { value }) => {
    turn.state.priceShiftPermille = clamp(floorInt(value), -900, 900);
  },
  'alignment-add': (turn, happening) => {
    if (turn.ruleset.systems.diplomacy === false) return;
    const byBloc = turn.state.alignment[happening.subject];
    if (byBloc === undefined) return;
    for (const bloc of sortedKeys(byBloc)) {
      if (!sortedKeys(turn.state.laws).some((id) => turn.state.laws[id]?.bloc === bloc)) continue;
      const before = byBloc[bloc] ?? 0;
      byBloc[bloc] = clamp(before + floorInt(happening.value), 0, 100);
      record(turn, {
        topic: 'alignment',
        subject: happening.subject,
        unit: 'points',
        before,
        after: byBloc[bloc] ?? 0,
        causes: [cause(happening)],
        line: { id: 'report.alignment', params: { ally: happening.subject, bloc, before, after: byBloc[bloc] ?? 0 } },
        weight: 4,
      });
    }
  },
  'escalation-add': (turn, happening) => {
    turn.scratch.escalation.push({ by: null, points: happening.value, cause: cause(happening) });
  },
  'cash-add': (turn, happening) => {
    if (isActor(turn, happening.subject))
      pay(turn, 'world:investors', `actor:${happening.subject}`, floorInt(happening.value), [cause(happening)]);
  },
  'power-growth-stop': (turn, happening) => {
    if (!isActor(turn, happening.subject)) return;
    for (const work of own(turn, happening.subject).builds) work.dueTurn += 1;
  },
  'run-keep': (turn, happening) => {
    if (!turn.scratch.failedRuns.some((run) => run.actor === happening.subject)) return;
    own(turn, happening.subject).savedEflop = floorInt(
      (turn.ledger.find((entry) => entry.topic === 'training' && entry.subject === happening.subject && entry.after === 0)
        ?.before ?? 0) *
        (happening.value / 1000),
    );
  },
  'reach-fade': (turn, { subject, value }) => {
    for (const region of sortedKeys(turn.state.market)) {
      const market = turn.state.market[region];
      if (market === undefined || turn.ruleset.regions[region]?.bloc !== null) continue;
      for (const model of sortedKeys(market.openUse)) {
        if (turn.state.models[model]?.by === subject)
          market.openUse[model] = floorInt((market.openUse[model] ?? 0) * (1 - value / 1000));
      }
    }
  },
};

export function applyOutcome(turn: Turn, event: string, subject: string, outcome: EventDef['outcomes'][number]): void {
  OUTCOME[outcome.outcome](turn, { event, subject, value: outcome.value, lever: outcome.lever });
}
