/**
 * Checks the borders between layers, and that no file needs itself (`.dependency-cruiser.cjs`). Lint and tests both ask; whoever asks
 * second about the same files is told that they hold, without going through all of them again.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup/paths.mjs';
import { runNode } from './setup/run.mjs';
import { fingerprint, isDone, markDone } from './setup/stamp.mjs';

const config = '.dependency-cruiser.cjs';

/** @returns {Promise<number>} 0 when all of them hold; else what breaks them has been printed */
export async function checkLayers() {
  const state = fingerprint([config, 'apps', 'libs', 'test/support', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.base.json'].map((path) => join(root, path)));
  if (isDone('layers', state)) return 0;
  const code = await runNode([join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'), '--config', config, 'apps', 'libs']);
  if (code === 0) markDone('layers', state);
  return code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await checkLayers();
