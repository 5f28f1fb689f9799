/** The count of tests never reads a crash, an unloaded file or a skip as a pass. */
import { expect, test } from 'vitest';
import { closingLine, sum } from '../../run/result.ts';
import { tally } from '../../run/vitest-part.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });

test.each([
  ['all pass', { testResults: [file('passed', 'passed', 'passed')] }, 0, { passed: 2, failed: 0, skipped: 0 }],
  ['some fail', { testResults: [file('failed', 'passed', 'failed')] }, 1, { passed: 1, failed: 1, skipped: 0 }],
  [
    'some are skipped or still to do',
    { testResults: [file('passed', 'passed', 'skipped', 'todo')] },
    0,
    { passed: 1, failed: 0, skipped: 2 },
  ],
  ['a file does not load', { testResults: [file('failed'), file('passed', 'passed')] }, 1, { passed: 1, failed: 1, skipped: 0 }],
  ['an error outside of tests', { testResults: [file('passed', 'passed')] }, 1, { passed: 1, failed: 1, skipped: 0 }],
  ['there is no test', { testResults: [] }, 0, { passed: 0, failed: 1, skipped: 0 }],
  ['a crash without a report', null, 1, { passed: 0, failed: 1, skipped: 0 }],
])('%s', (_, report, exitCode, wanted) => {
  expect(tally(report, exitCode)).toEqual(wanted);
});

test('the closing line sums up, and names skips only when there are any', () => {
  const parts = [
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 4, failed: 1, skipped: 0 },
  ];
  expect(closingLine(sum(parts))).toBe('7 passed, 1 failed');
  expect(closingLine(sum([...parts, { passed: 0, failed: 0, skipped: 2 }]))).toBe('7 passed, 1 failed, 2 skipped');
});
