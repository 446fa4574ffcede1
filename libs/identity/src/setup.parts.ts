import { AcceptMunicipalityCommand } from './commands/accept-municipality.command.js';
import { AdministratorAppointment } from './commands/appoint-administrator.js';
import { CountyMembers } from './commands/county-members.js';
import { CreateMunicipalityCommand } from './commands/create-municipality.command.js';
import { HandOnAdministrationCommand } from './commands/hand-on-administration.command.js';
import { HandOnInstallationCommand } from './commands/hand-on-installation.command.js';
import { MunicipalitySettingsCommand } from './commands/municipality-settings.command.js';
import { RemoveExampleCommand } from './commands/remove-example.command.js';
import { SetUpInstallationCommand } from './commands/set-up-installation.command.js';
import { LogoPurpose } from './files/logo.purpose.js';
import { AdministrationResolver } from './graphql/administration.resolver.js';
import { InstallationResolver, InstalledMunicipalitiesResolver, InstalledMunicipalityResolver } from './graphql/installation.resolver.js';
import { LegalPageResolver } from './graphql/legal-page.resolver.js';
import { CountyResolver, MunicipalitySettingsResolver } from './graphql/municipality-settings.resolver.js';
import { SetupResolver } from './graphql/setup.resolver.js';
import { ExampleRepository } from './persistence/example.repository.js';
import { LegalPageRepository } from './persistence/legal-page.repository.js';
import { NewAccountRepository } from './persistence/new-account.repository.js';
import { LegalPageReader } from './queries/legal-page.reader.js';
import { MunicipalityReader } from './queries/municipality.reader.js';
import { SetupLinkReader } from './queries/setup-link.reader.js';

/** What setting up an installation and its municipalities needs, for the modules of identity. */
export const setupRepositories = [NewAccountRepository, LegalPageRepository, ExampleRepository];
export const setupReaders = [LegalPageReader, MunicipalityReader, SetupLinkReader, LogoPurpose];
export const setupCommands = [AdministratorAppointment, CountyMembers, HandOnAdministrationCommand, HandOnInstallationCommand, SetUpInstallationCommand, CreateMunicipalityCommand, AcceptMunicipalityCommand, MunicipalitySettingsCommand, RemoveExampleCommand];
export const setupResolvers = [AdministrationResolver, SetupResolver, InstallationResolver, InstalledMunicipalitiesResolver, InstalledMunicipalityResolver, MunicipalitySettingsResolver, CountyResolver, LegalPageResolver];
