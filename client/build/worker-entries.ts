/**
 * Vite plugin: `import address from './x.worker.ts?entry'` builds the worker as one more entry beside the page, so that
 * both load the rules as one file instead of each having a copy.
 */
import type { Plugin } from 'vite';

const QUERY = '?entry';
const MARK = '\0worker-entry:';

export function workerEntries(): Plugin {
  return {
    name: 'worker-entries',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(QUERY)) return null;
      const found = await this.resolve(source.slice(0, -QUERY.length), importer);
      return found === null ? null : `${MARK}${found.id}`;
    },
    load(id) {
      if (!id.startsWith(MARK)) return null;
      const reference = this.emitFile({ type: 'chunk', id: id.slice(MARK.length) });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
  };
}
