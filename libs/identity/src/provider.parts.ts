import { OpenIdProviders, SecretBox } from '@konzeptwerkstatt/platform-auth';
import { FinishProviderSignInCommand } from './commands/finish-provider-sign-in.command.js';
import { LinkExternalIdentity } from './commands/link-external-identity.js';
import { PasswordByMail } from './commands/password-by-mail.js';
import { ProviderAccessChange } from './commands/provider-access.js';
import { ProviderRegistrations } from './commands/provider-registration.js';
import { ProviderSessionEnd } from './commands/provider-session-end.js';
import { ProviderSessionStart } from './commands/provider-session-start.js';
import { ProviderSignIn } from './commands/provider-sign-in.js';
import { ReceiveLogoutNoticeCommand } from './commands/receive-logout-notice.command.js';
import { SessionStart } from './commands/session-start.js';
import { SetSignInProviderCommand } from './commands/set-sign-in-provider.command.js';
import { SignInAttempts } from './commands/sign-in-attempts.js';
import { StartProviderSignInCommand } from './commands/start-provider-sign-in.command.js';
import { UnlinkExternalIdentityCommand } from './commands/unlink-external-identity.command.js';
import { SignInProviderResolver } from './graphql/sign-in-provider.resolver.js';
import { ExternalIdentityRepository } from './persistence/external-identity.repository.js';
import { GivenPlaceRepository } from './persistence/given-place.repository.js';
import { ProviderSessionRepository } from './persistence/provider-session.repository.js';
import { SignInAttemptRepository } from './persistence/sign-in-attempt.repository.js';
import { SignInProviderRepository } from './persistence/sign-in-provider.repository.js';
import { SignInProviderReader } from './queries/sign-in-provider.reader.js';

/** What signing in with accounts of other houses needs, for the modules of identity. */
export const providerTools = [OpenIdProviders, SecretBox];
export const providerRepositories = [SignInProviderRepository, SignInAttemptRepository, ExternalIdentityRepository, ProviderSessionRepository, GivenPlaceRepository];
export const providerReaders = [SignInProviderReader];
export const providerCommands = [
  SessionStart, SignInAttempts, ProviderRegistrations, ProviderAccessChange, ProviderSessionStart, ProviderSessionEnd, PasswordByMail, ProviderSignIn, LinkExternalIdentity, SetSignInProviderCommand,
  StartProviderSignInCommand, FinishProviderSignInCommand, ReceiveLogoutNoticeCommand, UnlinkExternalIdentityCommand,
];
export const providerResolvers = [SignInProviderResolver];
