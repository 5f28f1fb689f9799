/**
 * Vite plugin: the base ruleset and those of the installed mods, each with its words as one hashed JSON file, so that the client
 * can play without a server. `virtual:base-ruleset` is the file's address, `virtual:mods` lists the mods with theirs.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { readInstalledMods } from '#server/content/installed-mods.ts';
import { loadBaseRuleset } from '#server/content/read-mod-folder.ts';

const NAME = 'virtual:base-ruleset';
const MODS = 'virtual:mods';

export function baseRuleset(): Plugin {
  let folder = '';
  const write = async (name: string, rules: object): Promise<string> => {
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${name}.json`);
    await writeFile(file, JSON.stringify(rules));
    return JSON.stringify(`${file}?url`);
  };
  const listMods = async (warn: (fault: string) => void): Promise<string> => {
    const { infos, faults, rulesOf } = await readInstalledMods();
    for (const fault of faults) warn(fault);
    const imports = await Promise.all(
      infos.map(async ({ id }, at) => `import a${at} from ${await write(`mod-${id}`, rulesOf([id]) as object)};`),
    );
    const list = infos.map((info, at) => `{ info: ${JSON.stringify(info)}, address: a${at} }`);
    return `${imports.join('\n')}\nexport default [${list.join(', ')}];`;
  };
  return {
    name: 'base-ruleset',
    configResolved(config) {
      folder = config.cacheDir;
    },
    resolveId: (source) => (source === NAME || source === MODS ? `\0${source}` : null),
    async load(id) {
      if (id === `\0${MODS}`) return listMods((fault) => this.warn(fault));
      if (id !== `\0${NAME}`) return null;
      return `export { default } from ${await write('base-ruleset', await loadBaseRuleset())};`;
    },
  };
}
