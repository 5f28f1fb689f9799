/** A bloc, and the production lines of its fabs. */
import { z } from 'zod';
import { permille } from '../../ruleset/schema/actors.ts';
import { idSchema } from '../../util/ids.ts';
import { seenBy } from '../audience.ts';
import { byId, count } from './fields.ts';

export const blocStateSchema = z.object({
  open: seenBy(
    'public',
    z.object({
      pressure: z.int().min(0).max(100),
      pressureBefore: z.int().min(0).max(100),
      /** Share of what the chip budget could buy that rival laws cut, per mille. */
      deniedPermille: permille,
      /** Openness earned by publishing and open weights. */
      commonsGauge: count,
    }),
  ),
  shared: seenBy(
    'bloc',
    z.object({
      backgroundKusd: count,
      /** Money that its unplayed buyers spent ahead of a control, and now lack. */
      spentAheadKusd: count,
      chips: byId(count),
      /** Technologies that help the whole bloc, and the member that brought each. */
      techs: byId(idSchema),
      /** Effective compute of the whole bloc, of which domestic, thousandths of an H100. */
      computeMilliH100e: count,
      domesticMilliH100e: count,
      wantedMilliH100e: count,
      gotMilliH100e: count,
      /** Domestic share of accelerators delivered last turn, per mille. */
      domesticCardsPermille: permille,
      /** log2 of work per chip and recipe, best lab, in thousandths. */
      efficiencyMilli: z.int(),
    }),
  ),
});

export const lineStateSchema = z.object({
  bloc: idSchema.nullable(),
  units: count,
  yieldPermille: count,
  cumulative: count,
});

export type BlocState = z.infer<typeof blocStateSchema>;
