/**
 * Generates the Prisma client from prisma/schema.prisma, when the schema or Prisma itself has changed since the last time.
 * `--force` generates anyway.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup/paths.mjs';
import { fingerprint, isDone, markDone } from './setup/stamp.mjs';

const schema = join(root, 'prisma/schema.prisma');
const prisma = join(root, 'node_modules/prisma');
const output = join(root, 'libs/platform/database/src/generated/client.ts');

/** @returns {boolean} whether anything had to be generated */
export function generatePrismaClient(force = false) {
  const state = fingerprint([schema, join(prisma, 'package.json')]);
  if (!force && existsSync(output) && isDone('prisma', state)) return false;
  const result = spawnSync(process.execPath, [join(prisma, 'build/index.js'), 'generate', `--schema=${schema}`], {
    cwd: root,
    encoding: 'utf8',
    // Prisma downloads its schema engine before any command, even when it never runs it. Told where it lies, it does not
    // look further; any existing file will do. Neither does it need to ask for updates or report usage.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });
  if (result.status !== 0) throw new Error(`Prisma konnte aus ${schema} keinen Client erzeugen:\n${result.stdout}${result.stderr}`);
  markDone('prisma', state);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  console.log(generatePrismaClient(process.argv.includes('--force')) ? 'Prisma-Client erzeugt.' : 'Prisma-Client ist aktuell.');
}
