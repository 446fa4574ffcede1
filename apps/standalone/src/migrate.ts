/** `migrate`: brings the database of DATABASE_URL up to date, for installations whose processes run apart; they start afterwards. */
import { ExitCode, loadConfig, StartupError } from '@konzeptwerkstatt/platform-config';
import { migrate } from '@konzeptwerkstatt/platform-database';
import { MIGRATIONS, runCommand, say } from './maintenance.js';

await runCommand(async () => {
  const { databaseUrl } = loadConfig(process.env);
  if (databaseUrl === undefined) throw new StartupError('Bitte DATABASE_URL setzen; die eingebaute Datenbank bringt npm start selbst auf den neuen Stand.', ExitCode.wrongSetting);
  const { applied } = await migrate(databaseUrl, MIGRATIONS);
  say(applied.length === 0 ? 'Die Datenbank ist auf dem neuen Stand.' : `Angewendet: ${applied.join(', ')}`);
});
