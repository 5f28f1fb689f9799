/** The import boundaries hold, and the check sees each kind of breach. */
import { describe, expect, test } from 'vitest';
import { folderCycles, layerViolations } from './layers.ts';
import { readSources } from './sources.ts';

const sources = readSources(['shared', 'server', 'client', 'tools']);

test('imports follow the table of layers', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(layerViolations(sources)).toEqual([]);
});

test('folders of shared do not import each other in a circle', () => {
  expect(folderCycles(sources)).toEqual([]);
});

describe('the check sees a breach', () => {
  const breaches = [
    ['shared/util/a.ts', "import { x } from '../ruleset/catalogue.ts';"],
    ['shared/ruleset/a.ts', "import type { X } from '../state/schema.ts';"],
    ['shared/state/a.ts', "export { x } from '../rules/turn.ts';"],
    ['shared/rules/orders/a.ts', "import { bot } from '#shared/bots/bot.ts';"],
    ['shared/rules/a.ts', "import { room } from '#server/rooms/match-room.ts';"],
    ['shared/rules/a.ts', "const x = await import('#client/main.ts');"],
    ['shared/rules/a.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/protocol/a.ts', "import { Schema } from '@colyseus/schema';"],
    ['shared/ruleset/schema/a.ts', "import { parseTree } from 'jsonc-parser';"],
    ['shared/bots/a.ts', "import { mean } from 'simple-statistics';"],
    ['shared/new-folder/a.ts', "import { clamp } from '../util/exact-math.ts';"],
    ['server/rooms/a.ts', "import type { Panel } from '#client/ui/panel.tsx';"],
    ['server/rooms/a.ts', "import { signal } from '@preact/signals';"],
    ['client/net/a.ts', "import type { MatchRoom } from '../../server/rooms/match-room.ts';"],
    ['client/net/a.ts', "import { join } from 'node:path';"],
    ['client/net/a.ts', "import { compress } from '../build/compress.ts';"],
    ['client/build/a.ts', "import { Panel } from '../ui/panel.tsx';"],
    ['client/build/a.ts', "import { startServer } from '#server/start-server.ts';"],
    ['client/offline/a.ts', "import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';"],
    ['tools/a.mjs', "import { z } from 'zod';"],
  ] as const;
  test.each(breaches)('%s: %s', (path, text) => {
    expect(layerViolations([{ path, text }])).toHaveLength(1);
  });

  test('a circle of folders', () => {
    const circle = [
      { path: 'shared/bots/a.ts', text: "import '../match/b.ts';" },
      { path: 'shared/match/b.ts', text: "import '../bots/a.ts';" },
    ];
    expect(folderCycles(circle)).toContain('shared/bots -> shared/match -> shared/bots');
  });
});
