/** The calendar of the content: figures that grow with time are given for this quarter. */
import { quarterIndex } from '../util/quarter.ts';

/** 2022 Q4, the first quarter of the facts that the content starts from. */
export const BASE_QUARTER_INDEX = quarterIndex(2022, 4);
