/** `npm run backup [-- file]`, `npm run restore -- <file> [--overwrite] [--keep-credentials]`, `npm run jobs [-- retry <id>]`: sets the server up and runs the command. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './setup/paths.mjs';
import { fail } from './setup/progress.mjs';
import { setUp } from './setup/set-up.mjs';

try {
  // Handed over to another Node the script runs once more from its beginning, so the arguments stay until then.
  await setUp({ client: false });
  const [command] = process.argv.splice(2, 1);
  await import(pathToFileURL(join(root, `apps/standalone/dist/${command}.js`)).href);
} catch (error) {
  fail(error);
}
