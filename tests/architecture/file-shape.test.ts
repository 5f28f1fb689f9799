/** Files are named and sized as agreed, and the check sees it when not. */
import { expect, test } from 'vitest';
import { shapeFaults } from './file-shape.ts';
import { readSources } from './sources.ts';

test('files are in kebab-case and short enough', () => {
  expect(readSources(['shared', 'server', 'client', 'tools']).flatMap(({ path, text }) => shapeFaults(path, text))).toEqual([]);
});

test.each([
  ['client/ui/TopBar.tsx', ''],
  ['shared/rules/turn_order.ts', ''],
  ['server/Rooms/match-room.ts', ''],
  ['shared/rules/long.ts', 'line\n'.repeat(401)],
])('the check sees %s', (path, text) => {
  expect(shapeFaults(path, text)).toHaveLength(1);
});

test('the check allows good names', () => {
  expect(shapeFaults('client/vite.config.ts', 'line\n'.repeat(400))).toEqual([]);
});
