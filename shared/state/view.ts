/**
 * What a seat may see, made by one pure function that follows the audiences declared in the state's schema. Parts that
 * hold nothing secret are shared with the state, not copied.
 */
import type { z } from 'zod';
import type { Ruleset } from '../ruleset/schema/ruleset.ts';
import { MANY_KEYS } from '../util/clone.ts';
import { type Audience, audienceOf } from './audience.ts';
import type { Cause, Entry, Ledger } from './ledger.ts';
import { type KnownState, type MatchState, matchStateSchema, type SeatView } from './schema.ts';

interface Viewer {
  readonly seat: string | null;
  readonly bloc: string | null;
  readonly ended: boolean;
  /** True where secrets are switched off: only what is `hidden` stays hidden. */
  readonly open: boolean;
}

/** Who holds the value being looked at. */
interface Holder {
  readonly actor: string | null;
  readonly bloc: string | null;
}

const ABSENT = Symbol('absent');
type Redact = (value: unknown, viewer: Viewer, holder: Holder, state: MatchState) => unknown;

function maySee(audience: Audience, value: unknown, viewer: Viewer, holder: Holder): boolean {
  if (audience === 'hidden') return false;
  if (audience === 'public' || viewer.open) return true;
  if (audience === 'ended') return viewer.ended;
  if (audience === 'owner') return viewer.seat !== null && viewer.seat === holder.actor;
  if (audience === 'bloc') return holder.bloc === null || viewer.bloc === holder.bloc;
  const parties = (value as { parties?: readonly string[] }).parties ?? [];
  return viewer.seat !== null && parties.includes(viewer.seat);
}

interface Def {
  type: string;
  shape?: Record<string, z.ZodType>;
  valueType?: z.ZodType;
}
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

/** True where the schema or a part of it declares an audience other than public. */
function hasSecrets(schema: z.ZodType): boolean {
  const audience = audienceOf(schema);
  if (audience !== undefined && audience !== 'public') return true;
  const def = defOf(schema);
  if (def.shape !== undefined) return Object.values(def.shape).some(hasSecrets);
  return def.valueType !== undefined && hasSecrets(def.valueType);
}

function compile(schema: z.ZodType): Redact {
  const audience = audienceOf(schema);
  const inner = hasSecrets(schema) ? compileInner(schema) : (value: unknown) => value;
  if (audience === undefined || audience === 'public') return inner;
  return (value, viewer, holder, state) =>
    maySee(audience, value, viewer, holder) ? inner(value, viewer, holder, state) : ABSENT;
}

function compileInner(schema: z.ZodType): Redact {
  const def = defOf(schema);
  if (def.shape !== undefined) {
    const fields = Object.entries(def.shape).map(([name, field]) => [name, compile(field)] as const);
    return (value, viewer, holder, state) => {
      const copy: Record<string, unknown> = {};
      for (const [name, redact] of fields) {
        const seen = redact((value as Record<string, unknown>)[name], viewer, holder, state);
        if (seen !== ABSENT) copy[name] = seen;
      }
      return fields.length > MANY_KEYS ? { ...copy } : copy;
    };
  }
  if (def.valueType !== undefined) {
    const redact = compile(def.valueType);
    return (value, viewer, holder, state) => {
      const copy: Record<string, unknown> = {};
      const record = value as Record<string, unknown>;
      for (const key of Object.keys(record)) {
        const item = record[key];
        const bloc = (item as { bloc?: string | null } | null)?.bloc;
        const inside: Holder = {
          actor: state.actors[key] === undefined ? holder.actor : key,
          bloc: bloc !== undefined ? bloc : state.blocs[key] === undefined ? holder.bloc : key,
        };
        const seen = redact(item, viewer, inside, state);
        if (seen !== ABSENT) copy[key] = seen;
      }
      return copy;
    };
  }
  return (value) => value;
}

const redactState = compile(matchStateSchema);

/** The view of a seat, or of a spectator when `seat` is null. Shares untouched parts with `state`: do not change it. */
export function viewFor(ruleset: Ruleset, state: MatchState, seat: string | null): SeatView {
  const viewer: Viewer = {
    seat,
    bloc: seat === null ? null : (state.actors[seat]?.bloc ?? null),
    ended: state.ended !== 'no',
    open: ruleset.systems['hidden-information'] === false,
  };
  return { seat: seat ?? '', state: redactState(state, viewer, { actor: null, bloc: null }, state) as KnownState };
}

const mayRead = (entry: Entry, seat: string | null): boolean =>
  entry.audience === 'all' || (seat !== null && entry.audience.includes(seat));

/**
 * The entries that a seat may read. A cause that it may not know reads `undisclosed`, with its share of the amount, so
 * that parts still add up; hidden causes of one entry are merged into one. Entries are numbered anew, so that gaps do
 * not tell how many are hidden.
 */
export function entriesFor(ledger: Ledger, seat: string | null): Entry[] {
  const readable = ledger.filter((entry) => mayRead(entry, seat));
  const numbers = new Map<string, string>();
  const last = new Map<string, number>();
  for (const { id } of readable) {
    const turn = id.slice(0, id.indexOf('.'));
    const number = (last.get(turn) ?? 0) + 1;
    last.set(turn, number);
    numbers.set(id, `${turn}.${number}`);
  }
  return readable.map((entry) => ({
    ...entry,
    id: numbers.get(entry.id) ?? entry.id,
    causes: discloseCauses(entry.causes, numbers),
  }));
}

function discloseCauses(causes: readonly Cause[], numbers: ReadonlyMap<string, string>): Cause[] {
  const shown: Cause[] = [];
  let hiddenAmount: number | undefined;
  let hidden = false;
  for (const cause of causes) {
    const number = cause.kind === 'entry' ? numbers.get(cause.id) : cause.id;
    if (number !== undefined) shown.push({ ...cause, id: number });
    else {
      hidden = true;
      if (cause.amount !== undefined) hiddenAmount = (hiddenAmount ?? 0) + cause.amount;
    }
  }
  if (hidden) shown.push({ kind: 'undisclosed', id: '', ...(hiddenAmount === undefined ? {} : { amount: hiddenAmount }) });
  return shown;
}
