/** Worth of an order of any kind to a seat, in points that only compare orders of one plan with each other. */
import type { Order } from '../../rules/order-kind.ts';
import type { BotContext } from '../context.ts';
import {
  buildWorth,
  hireWorth,
  lobbyWorth,
  publishWorth,
  researchWorth,
  reserveWorth,
  stopWorth,
  studyWorth,
  type Worth,
} from './firms.ts';
import {
  announceWorth,
  enforceWorth,
  licenseWorth,
  refuseWorth,
  retaliateWorth,
  subsidiseWorth,
  summitWorth,
  winOverWorth,
} from './governments.ts';
import { buyGreyWorth, buyWorth, distilWorth, raiseWorth, releaseWorth, rentWorth, trainWorth } from './labs.ts';
import { designWorth, setAsideWorth, softwareWorth } from './makers.ts';

const WORTH: Readonly<Record<string, Worth>> = {
  research: researchWorth,
  build: buildWorth,
  hire: hireWorth,
  study: studyWorth,
  lobby: lobbyWorth,
  publish: publishWorth,
  buy: buyWorth,
  'buy-grey': buyGreyWorth,
  rent: rentWorth,
  train: trainWorth,
  release: releaseWorth,
  distil: distilWorth,
  raise: raiseWorth,
  design: designWorth,
  'set-aside': setAsideWorth,
  reserve: reserveWorth,
  software: softwareWorth,
  announce: announceWorth,
  license: licenseWorth,
  'win-over': winOverWorth,
  enforce: enforceWorth,
  subsidise: subsidiseWorth,
  retaliate: retaliateWorth,
  summit: summitWorth,
  refuse: refuseWorth,
  stop: stopWorth,
};

export const worthOf = (context: BotContext, order: Order): number => WORTH[order.kind]?.(context, order) ?? 0;
