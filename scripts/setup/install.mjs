import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { SetupError } from './progress.mjs';
import { fingerprint, isDone, markDone } from './stamp.mjs';

const lock = join(root, 'package-lock.json');
const installed = join(root, 'node_modules/.package-lock.json');

/** npm writes its own list last, so a list newer than the lock file stands for an installation that was finished. */
const isInstalledByHand = () => existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { ...options, shell: process.platform === 'win32' });
}

/** Installs exactly what the lock file says, when it says something else than the last time. Gives false otherwise. */
export function install() {
  const state = fingerprint([lock, join(root, '.npmrc')]);
  if (existsSync(installed) && isDone('install', state)) return false;
  if (isInstalledByHand() && !existsSync(join(root, 'node_modules/.konzeptwerkstatt/install'))) {
    markDone('install', state);
    return false;
  }
  // Development packages are needed too: the product is built and checked here.
  const { status } = runNpm(['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  if (status !== 0) throw new SetupError('Die Pakete ließen sich nicht installieren: Bitte die Meldung darüber und die Verbindung zur npm-Registry prüfen.');
  markDone('install', state);
  return true;
}
