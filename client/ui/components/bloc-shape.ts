/** The shapes of blocs, which say the side without colour: drawn in a square of 40 by 40. */
import type { Bloc } from '#shared/ruleset/schema/actors.ts';

export const SHAPE_SIZE = 40;
const SHAPES: Readonly<Record<Bloc['shape'], string>> = {
  circle: 'M20 3a17 17 0 1 1 0 34a17 17 0 1 1 0-34z',
  square: 'M7 3h26a4 4 0 0 1 4 4v26a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z',
  hexagon: 'M20 2l15.6 9v18L20 38L4.4 29V11z',
  triangle: 'M20 2l19 34H1z',
  diamond: 'M20 1l19 19-19 19L1 20z',
};

/** Outline of a shape; six sides where something belongs to no bloc. */
export const shapePath = (shape: Bloc['shape'] = 'hexagon'): string => SHAPES[shape];
