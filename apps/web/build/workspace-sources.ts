import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const require = createRequire(import.meta.url);
const scope = '@konzeptwerkstatt/';

/**
 * Bundles the TypeScript sources of the workspace's own packages. The export condition `source` would do the same, but third
 * parties (React Aria among them) use that name too, for files that are not meant to be bundled.
 */
export function workspaceSources(): Plugin {
  return {
    name: 'konzeptwerkstatt-workspace-sources',
    enforce: 'pre',
    resolveId(id) {
      const match = id.startsWith(scope) ? /^(@konzeptwerkstatt\/[a-z-]+)$/.exec(id) : null;
      if (!match) return null;
      const manifestFile = join(import.meta.dirname, '../../../node_modules', match[1]!, 'package.json');
      const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { exports?: { '.'?: string | { source?: string } } };
      const entry = manifest.exports?.['.'];
      const source = typeof entry === 'string' ? entry : entry?.source;
      return source ? this.resolve(join(dirname(require.resolve(manifestFile)), source)) : null;
    },
  };
}
