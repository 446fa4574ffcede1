import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const checkout = join(dirname(fileURLToPath(import.meta.url)), '../../..');

let known: Promise<string> | undefined;

/**
 * Connection string of the server that holds the test databases. `npm test` names it in TEST_DATABASE_URL; in a run of Jest
 * by hand the embedded one is started, which ends itself when nobody has used it for some minutes.
 */
export function testServerUrl(): Promise<string> {
  return (known ??= process.env['TEST_DATABASE_URL'] ? Promise.resolve(process.env['TEST_DATABASE_URL']) : startKeeper());
}

async function startKeeper(): Promise<string> {
  // It outlives this process, so it must not hold on to this process's terminal or pipe.
  const child = spawn(process.execPath, [join(checkout, 'scripts/test-server.mjs')], { detached: true, stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, NODE_OPTIONS: '' } });
  const lines = createInterface({ input: child.stdout });
  try {
    for await (const line of lines) if (line.startsWith('postgresql://')) return line;
    throw new Error('The embedded test server did not start; run "node scripts/test-server.mjs" to see why.');
  } finally {
    lines.close();
    child.stdout.destroy();
    child.unref();
  }
}
