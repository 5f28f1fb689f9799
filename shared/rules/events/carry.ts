/** Events: each turn every event whose condition holds may come, by keyed luck, with a rest before it comes again. Of several subjects one is drawn. */
import { contentKeys } from '../../util/ids.ts';
import { keyedOrder } from '../../util/keyed-random.ts';
import { record } from '../entries.ts';
import { luck, type Turn } from '../turn.ts';
import { subjectsOf } from './conditions.ts';
import { applyOutcome } from './outcomes.ts';

export function carryEvents(turn: Turn): void {
  for (const id of contentKeys(turn.ruleset.events)) {
    const event = turn.ruleset.events[id];
    if (event === undefined) continue;
    const past = turn.state.events[id];
    if (past !== undefined && turn.state.turn - past.lastTurn < event.restTurns) continue;
    // Luck is drawn by key: asked first, it spares most events the search for subjects.
    if (luck(turn, 'event', id) * 1000 >= event.chancePermille) continue;
    const subjects = [...new Set(subjectsOf(turn, event))].filter(
      (subject) => !event.oncePerSubject || past?.subjects.includes(subject) !== true,
    );
    const [subject] = keyedOrder(subjects, (id) => id, turn.state.hidden.seed, turn.state.turn, 'subject', id);
    if (subject === undefined) continue;
    turn.state.events[id] = { lastTurn: turn.state.turn, subjects: [...(past?.subjects ?? []), subject] };
    record(turn, {
      topic: 'event',
      subject,
      unit: 'events',
      before: 0,
      after: 1,
      item: id,
      causes: [{ kind: 'rule', id: `condition.${event.condition}` }],
      line: { id: 'report.event', params: { event: id, subject } },
      places: [turn.ruleset.actors[subject]?.home ?? turn.ruleset.allies[subject]?.site ?? ''].filter((place) => place !== ''),
      weight: event.weight,
    });
    for (const outcome of event.outcomes) applyOutcome(turn, id, subject, outcome);
  }
}
