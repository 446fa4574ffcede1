/** `backup [file]`: writes everything of the installation into one file; the installation may go on meanwhile. */
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import { writeBackup } from '@konzeptwerkstatt/platform-database';
import { runCommand, say, withDatabase } from './maintenance.js';

const defaultName = (): string => `konzeptwerkstatt-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}.backup`;

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const file = resolve(positionals[0] ?? defaultName());
  await withDatabase(true, async (databaseUrl) => {
    const { tables, rows } = await writeBackup(databaseUrl, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new StartupError(`Die Datei ${file} gibt es schon. Bitte einen anderen Namen wählen.`, ExitCode.cannotCreate, { cause: error });
    });
    say(`Gesichert: ${rows} Zeilen aus ${tables} Tabellen in ${file}`);
  });
});
