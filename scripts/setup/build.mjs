import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { runQuietly } from './run.mjs';
import { fingerprint, isDone, markDone } from './stamp.mjs';

const at = (...paths) => paths.map((path) => join(root, path));
const shared = at('package-lock.json', 'tsconfig.base.json', '.swcrc', 'nx.json', 'tools', 'prisma/schema.prisma');
const nxEnvironment = { NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true', NX_VERBOSE_LOGGING: 'false' };

/** Compiles applications and libraries of the server; Nx takes from its cache what has not changed. */
export async function buildServer() {
  const state = fingerprint([...shared, ...at('apps', 'libs', 'test/support')]);
  if (existsSync(join(root, 'apps/standalone/dist')) && isDone('server', state)) return false;
  const args = ['node_modules/nx/dist/bin/nx.js', 'run-many', '--target=build', '--exclude=tag:runtime:browser', '--output-style=static', '--parallel=2'];
  await runQuietly(args, 'Der Server ließ sich nicht übersetzen:', { env: { ...process.env, ...nxEnvironment } });
  markDone('server', state);
  return true;
}

/** Builds the web client. */
export async function buildClient() {
  const config = globSync('vite.config.*', { cwd: join(root, 'apps/web') })[0];
  if (!config) return false;
  const state = fingerprint([...shared, ...at('apps/web', 'libs/web', 'libs/kernel', 'libs/contracts', 'libs/document-model', 'libs/series-chart')]);
  if (existsSync(join(root, 'apps/web/dist/index.html')) && isDone('client', state)) return false;
  await runQuietly([join(root, 'node_modules/vite/bin/vite.js'), 'build'], 'Die Oberfläche ließ sich nicht bauen:', { cwd: join(root, 'apps/web') });
  markDone('client', state);
  return true;
}
