import { Inject, Injectable } from '@nestjs/common';
import { apiTokenRevoked } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { sendWakeUp, UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notFound } from '../domain/identity.errors.js';
import { ApiTokenRepository } from '../persistence/api-token.repository.js';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { actingPerson } from './acting-person.js';

/** Revokes one of the actor's own tokens: its sockets close within two seconds. */
@Injectable()
export class RevokeApiTokenCommand {
  constructor(
    @Inject(ApiTokenRepository) private readonly tokens: ApiTokenRepository,
    @Inject(ProviderSessionRepository) private readonly providerSessions: ProviderSessionRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @param credentialId of the request @throws ApplicationError NOT_FOUND when it is not hers or was revoked already, and in a session that a provider opened, which sees none */
  async execute(context: CommandContext, tokenId: string, credentialId: string | null): Promise<string> {
    const { personId, municipalityId } = actingPerson(context.actor);
    if (await this.providerSessions.find(credentialId)) throw notFound();
    return this.work.run(context, async ({ tx, events }) => {
      if (!(await this.tokens.revoke(tx, personId, tokenId))) throw notFound();
      events.record(apiTokenRevoked, { municipalityId, aggregateType: 'api-token', aggregateId: tokenId, editionId: null, payload: { tokenId } });
      await sendWakeUp(tx, { kind: 'access', personId, municipalityId: null });
      return tokenId;
    });
  }
}
