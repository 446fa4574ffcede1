/** `backup [file]`: writes everything of the installation into one file; the installation may go on meanwhile. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import { writeBackup, type ReadContent } from '@konzeptwerkstatt/platform-database';
import { inPieces, openObjectBucket } from '@konzeptwerkstatt/platform-files';
import { runCommand, say, withDatabase } from './maintenance.js';

const defaultName = (): string => `konzeptwerkstatt-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}.backup`;

/** How files in an object store are read; undefined when all of them lie in the database. */
async function contentReader(objectStoreUrl: string | undefined): Promise<ReadContent | undefined> {
  if (objectStoreUrl === undefined) return undefined;
  const bucket = await openObjectBucket(objectStoreUrl);
  return (fileId) => inPieces(bucket.get(fileId));
}

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const file = resolve(positionals[0] ?? defaultName());
  await withDatabase(true, async (databaseUrl, { objectStoreUrl }) => {
    const { tables, rows } = await writeBackup(databaseUrl, file, await contentReader(objectStoreUrl)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new StartupError(`Die Datei ${file} gibt es schon. Bitte einen anderen Namen wählen.`, ExitCode.cannotCreate, { cause: error });
    });
    say(`Gesichert: ${rows} Zeilen aus ${tables} Tabellen in ${file}`);
  });
});
