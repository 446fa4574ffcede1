import { Global, Module } from '@nestjs/common';
import {
  accessGranted, accessWithdrawn, apiTokenIssued, apiTokenRevoked, credentialsChanged, externalIdentityLinked, externalIdentityUnlinked, guestChanged, guestCodeChanged, guestJoined, invitationIssued, invitationWithdrawn, mailOpened, mailReturned, membershipBegan, membershipClaimDecided, membershipClaimed,
  membershipEnded, membershipRoleSet, municipalityAuthorshipDetailSet, organisationAdded, organisationChanged, parkedJobRetried, personalDataExported,
  personErased, personMailLanguageSet, municipalityCreated, municipalityRemoved, municipalitySettingChanged, sessionEnded, sessionStarted, VISITOR_AUTHENTICATION, type EventContract,
} from '@konzeptwerkstatt/contracts';
import { PasswordHasher } from '@konzeptwerkstatt/platform-auth';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { AcceptInvitationCommand } from './commands/accept-invitation.command.js';
import { AccountRecovery } from './commands/account-recovery.js';
import { ActAsCommand } from './commands/act-as.command.js';
import { ChangeEmailCommand } from './commands/change-email.command.js';
import { ChangePasswordCommand } from './commands/change-password.command.js';
import { ClaimMembershipCommand } from './commands/claim-membership.command.js';
import { EndMembershipCommand } from './commands/end-membership.command.js';
import { EndSessionCommand } from './commands/end-session.command.js';
import { GuestGate } from './commands/guest.gate.js';
import { ChangeGuestCodeCommand } from './commands/change-guest-code.command.js';
import { JoinGatheringCommand } from './commands/join-gathering.command.js';
import { ModerateGuestCommand } from './commands/moderate-guest.command.js';
import { GuestModerationResolver, GuestResolver } from './graphql/guest.resolver.js';
import { GuestRepository } from './persistence/guest.repository.js';
import { GuestReader } from './queries/guest.reader.js';
import { CloseDoorWhenGatheringRemoved } from './subscribers/close-door-when-gathering-removed.subscriber.js';
import { OpenDoorWhenGatheringPlanned } from './subscribers/open-door-when-gathering-planned.subscriber.js';
import { EraseAccountCommand } from './commands/erase-account.command.js';
import { ExportPersonalDataCommand } from './commands/export-personal-data.command.js';
import { ImportOrganisationsCommand } from './commands/import-organisations.command.js';
import { InvitePersonCommand } from './commands/invite-person.command.js';
import { IssueApiTokenCommand } from './commands/issue-api-token.command.js';
import { MemberGate } from './commands/member.gate.js';
import { NoteReturnedMailCommand } from './commands/note-returned-mail.command.js';
import { OpenMailCommand } from './commands/open-mail.command.js';
import { InvitedAccounts } from './commands/invited-accounts.js';
import { PasswordGate } from './commands/password.gate.js';
import { ResetPasswordCommand } from './commands/reset-password.command.js';
import { RevokeApiTokenCommand } from './commands/revoke-api-token.command.js';
import { SaveOrganisationCommand } from './commands/save-organisation.command.js';
import { SetAuthorshipDetailCommand } from './commands/set-authorship-detail.command.js';
import { SetMailLanguageCommand } from './commands/set-mail-language.command.js';
import { SetMembershipRoleCommand } from './commands/set-membership-role.command.js';
import { WithdrawInvitationCommand } from './commands/withdraw-invitation.command.js';
import { SignInCommand } from './commands/sign-in.command.js';
import { CredentialResetResolver } from './graphql/credential-reset.resolver.js';
import { CredentialResolver } from './graphql/credential.resolver.js';
import { InvitationResolver } from './graphql/invitation.resolver.js';
import { MailResolver } from './graphql/mail.resolver.js';
import { MemberResolver, MembershipChangeResolver, OwnClaimResolver } from './graphql/member.resolver.js';
import { MunicipalityResolver } from './graphql/municipality.resolver.js';
import { OrganisationReachResolver } from './graphql/organisation-reach.resolver.js';
import { OrganisationResolver, StaleValueErrorResolver } from './graphql/organisation.resolver.js';
import { PersonalDataFile } from './graphql/personal-data.file.js';
import { SessionResolver } from './graphql/session.resolver.js';
import { MembershipResolver, ViewerResolver } from './graphql/viewer.resolver.js';
import { ApplyRetentionProcessor } from './jobs/apply-retention.processor.js';
import { SendPasswordResetsProcessor } from './jobs/send-password-resets.processor.js';
import { AccountRepository } from './persistence/account.repository.js';
import { AdministratorRepository } from './persistence/administrator.repository.js';
import { ApiTokenRepository } from './persistence/api-token.repository.js';
import { CredentialRepository } from './persistence/credential.repository.js';
import { OpenPhaseRepository } from './persistence/open-phase.repository.js';
import { GrantRepository } from './persistence/grant.repository.js';
import { InvitationRepository } from './persistence/invitation.repository.js';
import { MailNoteRepository } from './persistence/mail-note.repository.js';
import { MembershipRepository } from './persistence/membership.repository.js';
import { MunicipalityRepository } from './persistence/municipality.repository.js';
import { OrganisationRepository } from './persistence/organisation.repository.js';
import { OneTimeLinkRepository } from './persistence/one-time-link.repository.js';
import { PersonRepository } from './persistence/person.repository.js';
import { RetentionRepository } from './persistence/retention.repository.js';
import { RightsRepository } from './persistence/rights.repository.js';
import { SessionRepository } from './persistence/session.repository.js';
import { providerCommands, providerReaders, providerRepositories, providerResolvers, providerTools } from './provider.parts.js';
import { setupCommands, setupReaders, setupRepositories, setupResolvers } from './setup.parts.js';
import { AccessPolicy } from './queries/access-policy.reader.js';
import { AccountReader } from './queries/account.reader.js';
import { IdentityReader } from './queries/identity.reader.js';
import { InvitationReader } from './queries/invitation.reader.js';
import { ListOrganisationsQuery } from './queries/list-organisations.query.js';
import { MailReader } from './queries/mail.reader.js';
import { OrganisationDetailsReader } from './queries/organisation-details.reader.js';
import { PersonalDataReader } from './queries/personal-data.reader.js';
import { PreviewOrganisationImportQuery } from './queries/preview-organisation-import.query.js';
import { RetentionRoundReader } from './queries/retention-round.reader.js';
import { SessionAuthentication } from './queries/visitor-authentication.reader.js';
import { EndSetupWhenEditionCreated } from './subscribers/end-setup-when-edition-created.subscriber.js';
import { FollowPhasesWhenOrganisationAdded } from './subscribers/follow-phases-when-organisation-added.subscriber.js';
import { FollowPhasesWhenOrganisationChanged } from './subscribers/follow-phases-when-organisation-changed.subscriber.js';
import { GrantAccessWhenModeratorNamed } from './subscribers/grant-access-when-moderator-named.subscriber.js';
import { WithdrawAccessWhenModeratorWithdrawn } from './subscribers/withdraw-access-when-moderator-withdrawn.subscriber.js';
import { GrantAccessWhenPhaseOpened } from './subscribers/grant-access-when-phase-opened.subscriber.js';
import { PhaseAccess } from './subscribers/phase-access.js';
import { WithdrawAccessWhenPhaseClosed } from './subscribers/withdraw-access-when-phase-closed.subscriber.js';
import { GrantAccessWhenRoleAssigned } from './subscribers/grant-access-when-role-assigned.subscriber.js';
import { WithdrawAccessWhenRoleWithdrawn } from './subscribers/withdraw-access-when-role-withdrawn.subscriber.js';

const commands = [
  PasswordGate, InvitedAccounts, SignInCommand, EndSessionCommand, ActAsCommand, ChangePasswordCommand, IssueApiTokenCommand, RevokeApiTokenCommand, SetAuthorshipDetailCommand, SetMailLanguageCommand, OpenMailCommand, NoteReturnedMailCommand, SaveOrganisationCommand, ImportOrganisationsCommand, MemberGate,
  InvitePersonCommand, WithdrawInvitationCommand, AcceptInvitationCommand, SetMembershipRoleCommand, EndMembershipCommand, ClaimMembershipCommand,
  AccountRecovery, ResetPasswordCommand, ChangeEmailCommand, EraseAccountCommand, ExportPersonalDataCommand, GuestGate, JoinGatheringCommand, ModerateGuestCommand, ChangeGuestCodeCommand, ...setupCommands, ...providerCommands,
];
const repositories = [RightsRepository, CredentialRepository, PersonRepository, SessionRepository, ApiTokenRepository, AdministratorRepository, GrantRepository, MunicipalityRepository, MailNoteRepository, OrganisationRepository, OneTimeLinkRepository, InvitationRepository, MembershipRepository, AccountRepository, RetentionRepository, OpenPhaseRepository, GuestRepository, ...setupRepositories, ...providerRepositories];
const readers = [AccessPolicy, IdentityReader, AccountReader, ListOrganisationsQuery, SessionAuthentication, MailReader, OrganisationDetailsReader, PreviewOrganisationImportQuery, InvitationReader, PersonalDataReader, RetentionRoundReader, GuestReader, ...setupReaders, ...providerReaders];
const processors = [SendPasswordResetsProcessor, ApplyRetentionProcessor];
const subscribers = [
  GrantAccessWhenRoleAssigned, WithdrawAccessWhenRoleWithdrawn, EndSetupWhenEditionCreated, GrantAccessWhenPhaseOpened, WithdrawAccessWhenPhaseClosed, FollowPhasesWhenOrganisationAdded, FollowPhasesWhenOrganisationChanged,
  OpenDoorWhenGatheringPlanned, CloseDoorWhenGatheringRemoved, GrantAccessWhenModeratorNamed, WithdrawAccessWhenModeratorWithdrawn,
];

/** Persons, organisations, sessions and the one access policy. Global, because everybody asks the policy. */
@Global()
@Module({
  providers: [PasswordHasher, PhaseAccess, ...providerTools, ...repositories, ...readers, ...commands, ...processors, ...subscribers, { provide: VISITOR_AUTHENTICATION, useExisting: SessionAuthentication }],
  exports: [PasswordHasher, ...readers, ...commands, ...processors, ...subscribers, VISITOR_AUTHENTICATION],
})
export class IdentityModule {}

/** Identity's part of the schema. */
@Module({ providers: [ViewerResolver, MembershipResolver, OrganisationResolver, StaleValueErrorResolver, SessionResolver, CredentialResolver, MunicipalityResolver, MailResolver, OrganisationReachResolver, MemberResolver, MembershipChangeResolver, OwnClaimResolver, InvitationResolver, CredentialResetResolver, PersonalDataFile, GuestResolver, GuestModerationResolver, ...setupResolvers, ...providerResolvers] })
export class IdentityGraphqlModule {}

/** What identity gives to the worker. */
export const identityWorkerParts: WorkerParts = {
  context: 'identity',
  processors,
  subscribers,
  publishes: [sessionStarted, sessionEnded, apiTokenIssued, apiTokenRevoked, accessGranted, accessWithdrawn, municipalityAuthorshipDetailSet, mailOpened, mailReturned, organisationAdded, organisationChanged,
    invitationIssued, invitationWithdrawn, membershipBegan, membershipEnded, membershipRoleSet, membershipClaimed, membershipClaimDecided,
    credentialsChanged, externalIdentityLinked, externalIdentityUnlinked, guestJoined, guestChanged, guestCodeChanged, personErased, personMailLanguageSet, personalDataExported, municipalityCreated, municipalitySettingChanged, municipalityRemoved, parkedJobRetried] as readonly EventContract[],
};
