import { Inject, Injectable } from '@nestjs/common';
import { newId, ValidationError, type UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { apiTokenIssued } from '@konzeptwerkstatt/contracts';
import { hashToken, newApiToken } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { passwordSignInNeeded } from '../domain/identity.errors.js';
import { ApiTokenRepository } from '../persistence/api-token.repository.js';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { actingPerson } from './acting-person.js';

/** What a new token is to be. */
export interface ApiTokenRequest {
  readonly name: string;
  /** From 1 to 365. */
  readonly expiresInDays: number;
}

/** An issued token; its text is given out once and never again. */
export interface IssuedApiToken {
  readonly tokenId: string;
  readonly token: string | null;
}

function problems({ name, expiresInDays }: ApiTokenRequest): UserErrorDetail[] {
  const errors: UserErrorDetail[] = [];
  if (name === '') errors.push({ code: 'NAME_REQUIRED', message: 'Bitte geben Sie einen Namen ein.', path: ['name'] });
  if (name.length > 100) errors.push({ code: 'NAME_TOO_LONG', message: 'Der Name darf höchstens 100 Zeichen haben.', path: ['name'], params: { max: 100 } });
  if (expiresInDays < 1 || expiresInDays > 365) {
    errors.push({ code: 'EXPIRY_OUT_OF_RANGE', message: 'Ein Zugangsschlüssel gilt zwischen 1 und 365 Tagen.', path: ['expiresInDays'], params: { min: 1, max: 365 } });
  }
  return errors;
}

/** Issues a token with which scripts act as the person for her present organisation. */
@Injectable()
export class IssueApiTokenCommand {
  constructor(
    @Inject(ApiTokenRepository) private readonly tokens: ApiTokenRepository,
    @Inject(ProviderSessionRepository) private readonly providerSessions: ProviderSessionRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /**
   * A repeated call gives the same token's id, but not its text, which is not stored anywhere.
   * @param credentialId of the request
   * @throws ValidationError NAME_REQUIRED, NAME_TOO_LONG, EXPIRY_OUT_OF_RANGE; ApplicationError FORBIDDEN in a session that a provider opened, which the token would outlive
   */
  async execute(context: CommandContext, request: ApiTokenRequest, credentialId: string | null): Promise<IssuedApiToken> {
    const { municipalityId } = actingPerson(context.actor);
    if (await this.providerSessions.find(credentialId)) throw passwordSignInNeeded();
    const name = request.name.trim();
    const details = problems({ ...request, name });
    if (details.length > 0) throw new ValidationError(details);
    const token = newApiToken();
    const id = newId();
    const tokenId = await this.work.run(context, async ({ tx, events }) => {
      await this.tokens.insert(tx, context.actor, { id, tokenHash: hashToken(token), name, expiresInDays: request.expiresInDays });
      events.record(apiTokenIssued, { municipalityId, aggregateType: 'api-token', aggregateId: id, editionId: null, payload: { tokenId: id } });
      return id;
    });
    return { tokenId, token: tokenId === id ? token : null };
  }
}
