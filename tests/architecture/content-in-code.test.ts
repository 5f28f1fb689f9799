/** No code names an actor, a bloc, a chip or a technology; the check sees it when one does. */
import { expect, test } from 'vitest';
import { BASE_FOLDER, readModFolder } from '#server/content/read-mod-folder.ts';
import { loadMods } from '#shared/ruleset/load/load-mods.ts';
import { contentInCode } from './content-in-code.ts';
import { readSources } from './sources.ts';

const NAMESPACE = 'base';

test('no content is named in code', async () => {
  const { writers } = loadMods([(await readModFolder(BASE_FOLDER)).mod]);
  const ids = Object.keys(writers).flatMap((key) => {
    const [kind, id] = key.split(' ');
    return (kind === 'actors' || kind === 'chips') && id !== undefined ? id : [];
  });
  expect(ids.length).toBeGreaterThan(20);
  expect(readSources(['shared', 'server', 'client']).flatMap((source) => contentInCode(source, NAMESPACE, ids))).toEqual([]);
});

test.each([
  "const seat = 'base:some-lab';",
  'const seat = `tech.base:some-tech.text`;',
  "if (name.startsWith('Somelab')) {}",
  'const panel = <p>Somelab leads</p>;',
])('the check sees %s', (text) => {
  expect(contentInCode({ path: 'client/ui/a.tsx', text }, NAMESPACE, ['base:somelab'])).toHaveLength(1);
});

test.each([
  "import { base } from './base:folder.ts';",
  '// base:some-lab is only an example',
  "const folder = 'assets/rulesets/base';",
  "const word = 'somelaboratory';",
])('the check allows %s', (text) => {
  expect(contentInCode({ path: 'client/ui/a.tsx', text }, NAMESPACE, ['base:somelab'])).toEqual([]);
});
