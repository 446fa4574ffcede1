/** `setup-link`: a link for whoever begins an installation whose processes run apart; one process prints it by itself when it starts. */
import 'reflect-metadata';
import { createApiApplication } from '@konzeptwerkstatt/app-api';
import { SetUpInstallationCommand } from '@konzeptwerkstatt/identity';
import { createLogger } from '@konzeptwerkstatt/platform-logging';
import { addressForPeople } from '@konzeptwerkstatt/platform-mail';
import { setupLinkLines } from './announcement.js';
import { runCommand, say, withDatabase } from './maintenance.js';

await runCommand(() => withDatabase(true, async (databaseUrl, config) => {
  const api = await createApiApplication({ config, databaseUrl, logger: createLogger({ level: 'error' }), allowsIntrospection: false });
  const token = await api.app.get(SetUpInstallationCommand, { strict: false }).renewLink().finally(() => api.close());
  say(token === null ? 'Diese Installation ist schon eingerichtet.' : setupLinkLines(addressForPeople(config, ''), token).join('\n'));
}));
