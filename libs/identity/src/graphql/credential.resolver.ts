import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, CurrentActor, decodeGlobalId, Requested, settle, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { ChangePasswordCommand } from '../commands/change-password.command.js';
import { IssueApiTokenCommand } from '../commands/issue-api-token.command.js';
import { RevokeApiTokenCommand } from '../commands/revoke-api-token.command.js';
import { AccountReader } from '../queries/account.reader.js';
import { ChangePasswordInput, IssueApiTokenInput, RevokeApiTokenInput } from './account.input.js';
import { ChangePasswordPayload, IssueApiTokenPayload, RevokeApiTokenPayload } from './account.payload.js';
import { viewerOf } from './viewer.resolver.js';
import { apiTokenNode } from './viewer.type.js';

@Resolver()
export class CredentialResolver {
  constructor(
    @Inject(ChangePasswordCommand) private readonly changePasswordCommand: ChangePasswordCommand,
    @Inject(IssueApiTokenCommand) private readonly issueCommand: IssueApiTokenCommand,
    @Inject(RevokeApiTokenCommand) private readonly revokeCommand: RevokeApiTokenCommand,
    @Inject(AccountReader) private readonly accounts: AccountReader,
  ) {}

  @Mutation(() => ChangePasswordPayload, { description: 'Changes the own password; ends the other sessions, the own tokens and open links. Codes: INVALID_CREDENTIALS, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_GUESSABLE.' })
  async changePassword(@Args('input') input: ChangePasswordInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<ChangePasswordPayload> {
    const { currentPassword, newPassword, idempotencyKey } = input;
    // A hash of the input is stored with the answer, so the passwords stay out of it.
    const command = { ...commandContext(actor, context.correlationId, 'changePassword', input), input: { idempotencyKey } };
    const { errors } = await settle(this.changePasswordCommand.execute(command, { currentPassword, newPassword, credentialId: context.credentialId }));
    return { viewer: viewerOf(context), errors };
  }

  @Mutation(() => IssueApiTokenPayload, { description: 'Issues a token for scripts. Codes: NAME_REQUIRED, NAME_TOO_LONG, EXPIRY_OUT_OF_RANGE.' })
  async issueApiToken(@Args('input') input: IssueApiTokenInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<IssueApiTokenPayload> {
    const { name, expiresInDays } = input;
    const { value, errors } = await settle(this.issueCommand.execute(commandContext(actor, context.correlationId, 'issueApiToken', input), { name, expiresInDays }, context.credentialId));
    if (!value) return { token: null, apiToken: null, errors };
    const tokens = await this.accounts.apiTokens(actingPerson(actor).personId, context.credentialId);
    const issued = tokens.find((token) => token.id === value.tokenId);
    return { token: value.token, apiToken: issued ? apiTokenNode(issued) : null, errors };
  }

  @Mutation(() => RevokeApiTokenPayload, { description: 'Revokes one of the own tokens; its connections close at once.' })
  async revokeApiToken(@Args('input') input: RevokeApiTokenInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<RevokeApiTokenPayload> {
    const tokenId = decodeGlobalId(input.apiTokenId, 'ApiToken');
    await this.revokeCommand.execute(commandContext(actor, context.correlationId, 'revokeApiToken', input), tokenId, context.credentialId);
    return { revokedApiTokenId: input.apiTokenId, errors: [] };
  }
}
