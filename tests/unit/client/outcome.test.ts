/** How the scores of two blocs are said. */
import { expect, test } from 'vitest';
import { told } from '#client/ui/debrief/outcome.ts';

test('scores are whole and still add up to 100', () => {
  expect(told(61.2, 38.8)).toEqual([61, 39]);
  expect(told(52.5, 47.5)).toEqual([53, 47]);
});

test('a decimal tells apart what would read as level', () => {
  expect(told(50.3, 49.7)).toEqual([50.3, 49.7]);
  expect(told(50, 50)).toEqual([50, 50]);
});

test('scores that do not make 100 are each said as they are', () => {
  expect(told(40.4, 30.2)).toEqual([40, 30]);
  expect(told(40.4, 39.8)).toEqual([40.4, 39.8]);
});
