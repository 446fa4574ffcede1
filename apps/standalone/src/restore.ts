/** `restore <file> [--overwrite] [--keep-credentials]`: fills the installation's database with a backup; nothing else may run. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import { restoreBackup } from '@konzeptwerkstatt/platform-database';
import { MIGRATIONS, runCommand, say, withDatabase } from './maintenance.js';

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { overwrite: { type: 'boolean', default: false }, 'keep-credentials': { type: 'boolean', default: false } } });
  const [name] = positionals;
  if (name === undefined) throw new StartupError('Bitte die Datei der Sicherung angeben: npm run restore -- <Datei> [--overwrite] [--keep-credentials]', ExitCode.wrongSetting);
  await withDatabase(false, async (databaseUrl) => {
    const { rows } = await restoreBackup({ databaseUrl, file: resolve(name), migrationsDir: MIGRATIONS, overwrite: values.overwrite, keepCredentials: values['keep-credentials'] });
    say(`Wiederhergestellt: ${rows} Zeilen.`);
    if (!values['keep-credentials']) say('Alle Anmeldungen, Zugangsschlüssel und Einmal-Links sind beendet: Was nach der Sicherung gesperrt wurde, gilt nicht wieder.');
  });
});
