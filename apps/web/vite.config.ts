import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import rtlcss from 'postcss-rtlcss';
import { defaultClientConditions, defineConfig } from 'vite';
import { dropUnusedLocales } from './build/drop-unused-locales.ts';
import { operationsByFile } from './build/operations-by-file.ts';
import { pruneKern } from './build/prune-kern.ts';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

/** Third-party code that changes rarely and is needed by every page; the editor and what only it needs stay in their own chunks. */
const sharedGroups = [
  { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\//, priority: 3 },
  { name: 'language', test: /node_modules\/(i18next|react-i18next|i18next-icu|intl-messageformat|@formatjs)\//, priority: 3 },
];

export default defineConfig({
  base: '/',
  // The workspace's own packages are bundled from their TypeScript sources.
  resolve: { conditions: ['konzeptwerkstatt-source', ...defaultClientConditions] },
  plugins: [dropUnusedLocales(), operationsByFile(fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')), react()],
  css: { postcss: { plugins: [pruneKern(), rtlcss({ mode: 'combined' })] } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome123', 'firefox125', 'safari17.4'],
    // A data: font or script would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: sharedGroups } } },
  },
  server: {
    proxy: {
      '/graphql': { target: api, ws: true },
      '/collab': { target: api, ws: true },
      '/files': { target: api },
      '/k/': { target: api },
      '/health': { target: api },
      '/oidc': { target: api },
    },
  },
});
