import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { fingerprint, isDone, markDone } from './stamp.mjs';

const builder = join(root, 'tools/build-library.mjs');

async function build(library) {
  const cwd = join(root, 'libs', library);
  const state = fingerprint([join(cwd, 'src'), builder, join(root, '.swcrc'), join(root, 'prisma/schema.prisma')]);
  const stamp = `build-${library.replaceAll('/', '-')}`;
  if (existsSync(join(cwd, 'dist/index.js')) && isDone(stamp, state)) return;
  const child = spawn(process.execPath, [builder], { cwd, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${library} ließ sich nicht übersetzen.`);
  markDone(stamp, state);
}

/** Compiles the few libraries that the scripts themselves use, without the workspace's build around it. */
export async function buildLibraries(libraries) {
  await Promise.all(libraries.map(build));
}
