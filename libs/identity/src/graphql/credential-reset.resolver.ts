import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import { clearedSessionCookie } from '@konzeptwerkstatt/platform-auth';
import { APP_CONFIG, type AppConfig } from '@konzeptwerkstatt/platform-config';
import { commandContext, CurrentActor, encodeGlobalId, Requested, settle, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { ChangeEmailCommand } from '../commands/change-email.command.js';
import { EraseAccountCommand } from '../commands/erase-account.command.js';
import { ResetPasswordCommand } from '../commands/reset-password.command.js';
import type { LinkState } from '../domain/one-time-link.policy.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { RetentionRoundReader } from '../queries/retention-round.reader.js';
import {
  ConfirmEmailChangeInput, ConfirmEmailChangePayload, EraseAccountInput, EraseAccountPayload, RequestEmailChangeInput, RequestEmailChangePayload, RequestPasswordResetInput, RequestPasswordResetPayload,
  ResetPasswordInput, ResetPasswordPayload, RetentionRoundType,
} from './credential-reset.type.js';
import { LinkStateEnum } from './municipality.enums.js';
import { viewerOf } from './viewer.resolver.js';

/** Where a request comes from, for counting tries; only HTTP tells. */
function requestOf({ http, correlationId }: RequestContext): { readonly clientAddress: string; readonly correlationId: string } {
  if (!http) throw new ApplicationError('BAD_USER_INPUT', 'Das geht nur über HTTP.');
  return { clientAddress: http.clientAddress, correlationId };
}

/** Forgotten passwords, other addresses, the end of sessions and accounts. */
@Resolver()
export class CredentialResetResolver {
  constructor(
    @Inject(ResetPasswordCommand) private readonly resetCommand: ResetPasswordCommand,
    @Inject(ChangeEmailCommand) private readonly emailCommand: ChangeEmailCommand,
    @Inject(EraseAccountCommand) private readonly eraseCommand: EraseAccountCommand,
    @Inject(RetentionRoundReader) private readonly rounds: RetentionRoundReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  @Query(() => [RetentionRoundType], { description: 'The latest 50 rounds of deleting; for administrators of a municipality.' })
  async retentionRounds(@CurrentActor() actor: Actor): Promise<RetentionRoundType[]> {
    await this.policy.require(actor, 'municipality.administer', { municipalityId: actingPerson(actor).municipalityId });
    const rounds = await this.rounds.latest();
    return rounds.map(({ id, ranAt, deleted }) => ({ id: encodeGlobalId('RetentionRound', id), ranAt, deleted: Object.entries(deleted).map(([kind, count]) => ({ kind, count })) }));
  }

  @Query(() => LinkStateEnum, { description: 'How a link for a new password stands. Looking does not use it.' })
  passwordResetLink(@Args('token', { type: () => String, description: 'What stands behind `#` in the link.' }) token: string, @Requested() context: RequestContext): Promise<LinkState> {
    return this.resetCommand.look(token, requestOf(context).clientAddress);
  }

  @Query(() => LinkStateEnum, { description: 'How a link that confirms a new mail address stands. Looking does not use it.' })
  emailChangeLink(@Args('token', { type: () => String, description: 'What stands behind `#` in the link.' }) token: string, @Requested() context: RequestContext): Promise<LinkState> {
    return this.emailCommand.look(token, requestOf(context).clientAddress);
  }

  @Mutation(() => RequestPasswordResetPayload, { description: 'Sends a link for a new password, if there is such an account; the answer does not tell.' })
  async requestPasswordReset(@Args('input') input: RequestPasswordResetInput, @Requested() context: RequestContext): Promise<RequestPasswordResetPayload> {
    await this.resetCommand.request(input.email, requestOf(context));
    return { errors: [] };
  }

  @Mutation(() => ResetPasswordPayload, { description: 'Sets a new password with a link, and ends all sessions.' })
  async resetPassword(@Args('input') { token, newPassword }: ResetPasswordInput, @Requested() context: RequestContext): Promise<ResetPasswordPayload> {
    const { errors } = await settle(this.resetCommand.reset(token, newPassword, requestOf(context)));
    return { errors };
  }

  @Mutation(() => RequestEmailChangePayload, { description: 'Sends a link to the new address.' })
  async requestEmailChange(@Args('input') input: RequestEmailChangeInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<RequestEmailChangePayload> {
    const { email, currentPassword, idempotencyKey } = input;
    // A hash of the input is stored with the answer, so the password stays out of it.
    const command = { ...commandContext(actor, context.correlationId, 'requestEmailChange', input), input: { email, idempotencyKey } };
    const { errors } = await settle(this.emailCommand.request(command, email, currentPassword));
    return { errors };
  }

  @Mutation(() => ConfirmEmailChangePayload, { description: 'Makes the address of a link the one of its account.' })
  async confirmEmailChange(@Args('input') { token }: ConfirmEmailChangeInput, @Requested() context: RequestContext): Promise<ConfirmEmailChangePayload> {
    const { errors } = await settle(this.emailCommand.confirm(token, requestOf(context)));
    return { errors };
  }

  @Mutation(() => EraseAccountPayload, { description: 'Ends the own account for good: the name goes, texts stay.' })
  async eraseAccount(@Args('input') { currentPassword }: EraseAccountInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<EraseAccountPayload> {
    const { correlationId } = requestOf(context);
    const { errors } = await settle(this.eraseCommand.execute({ actor, correlationId }, currentPassword));
    if (errors.length === 0) {
      context.http?.setCookie(clearedSessionCookie(this.config.secureCookies));
      context.become(null);
    }
    return { viewer: viewerOf(context), errors };
  }
}
