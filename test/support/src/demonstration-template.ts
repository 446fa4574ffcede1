import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './test-server.js';

/** How the names of templates with the demonstration begin. */
export const demonstrationPrefix = 'konzeptwerkstatt_test_template_demo_';

/**
 * Name of the template with the demonstration. It stands for what its rows follow from: tables, facts, and the compiled
 * commands that load it. `npm test` finds it out once for its whole run and hands it on in TEST_DEMONSTRATION_TEMPLATE.
 */
export function demonstrationTemplate(): string {
  const known = process.env['TEST_DEMONSTRATION_TEMPLATE'];
  if (known) return known;
  const hash = createHash('sha256');
  const files = globSync(['prisma/{migrations,data}/**/*.{sql,json}', 'prisma/seed/dist/**/*.js', 'libs/{document-model,concept,planning,participation,monitoring,identity,decision,reporting}/dist/**/*.js'], { cwd: checkout });
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(checkout, file)));
  return `${demonstrationPrefix}${hash.digest('hex').slice(0, 12)}`;
}
