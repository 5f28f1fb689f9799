/** All order kinds of the game; wire schema, forms, bots and help are derived from this list. */
import type { Order, OrderKind, Rejection } from '../order-kind.ts';
import { announce } from './announce.ts';
import { build } from './build.ts';
import { buy } from './buy.ts';
import { buyGrey } from './buy-grey.ts';
import { design } from './design.ts';
import { distil } from './distil.ts';
import { enforce } from './enforce.ts';
import { hire } from './hire.ts';
import { license } from './license.ts';
import { lobby } from './lobby.ts';
import { publish } from './publish.ts';
import { raise } from './raise.ts';
import { refuse } from './refuse.ts';
import { no } from './reject.ts';
import { release } from './release.ts';
import { rent } from './rent.ts';
import { research } from './research.ts';
import { reserve } from './reserve.ts';
import { retaliate } from './retaliate.ts';
import { setAside } from './set-aside.ts';
import { software } from './software.ts';
import { stop } from './stop.ts';
import { study } from './study.ts';
import { subsidise } from './subsidise.ts';
import { summit } from './summit.ts';
import { train } from './train.ts';
import { winOver } from './win-over.ts';

const KINDS = [
  research,
  build,
  hire,
  study,
  lobby,
  publish,
  buy,
  buyGrey,
  rent,
  train,
  release,
  distil,
  raise,
  design,
  setAside,
  reserve,
  software,
  announce,
  license,
  winOver,
  enforce,
  subsidise,
  retaliate,
  summit,
  refuse,
  stop,
] as unknown as OrderKind[];

/** By kind; has no prototype, so that no name but a kind is found in it. */
export const ORDER_KINDS: Readonly<Record<string, OrderKind>> = Object.assign(
  Object.create(null),
  Object.fromEntries(KINDS.map((kind) => [kind.kind, kind])),
);

/** An order from outside, checked against its kind's schema; defaults are filled in. */
export function parseOrder(value: unknown): { order: Order } | { rejection: Rejection } {
  const kindName = (value as { kind?: unknown } | null)?.kind;
  const kind = typeof kindName === 'string' ? ORDER_KINDS[kindName] : undefined;
  if (kind === undefined) return { rejection: no('reject.unknown-kind') };
  const parsed = kind.schema.safeParse(value);
  if (parsed.success) return { order: parsed.data };
  return { rejection: no('reject.field', { kind: kind.kind }, String(parsed.error.issues[0]?.path[0] ?? 'kind')) };
}
