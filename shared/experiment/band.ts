/** The band in which the middle eight of ten values lie. */
import { quantile } from 'simple-statistics';

const LOW = 0.1;
const HIGH = 0.9;

export interface Band {
  readonly low: number;
  readonly high: number;
}

export const middleBand = (values: readonly number[]): Band => ({
  low: quantile([...values], LOW),
  high: quantile([...values], HIGH),
});
