import { Inject, Injectable } from '@nestjs/common';
import { externalIdentityUnlinked } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notFound, passwordNeeded } from '../domain/identity.errors.js';
import { ExternalIdentityRepository } from '../persistence/external-identity.repository.js';
import { ProviderSessionRepository } from '../persistence/provider-session.repository.js';
import { actingPerson } from './acting-person.js';
import { ProviderAccessChange } from './provider-access.js';
import { ProviderSessionEnd } from './provider-session-end.js';

/** What groups give to whom they no longer count for. */
const NOTHING = { isAdmitted: false, places: [], administersFor: [] } as const;

/** Lets the actor's account no longer be opened by a provider; what its groups gave goes with it. */
@Injectable()
export class UnlinkExternalIdentityCommand {
  constructor(
    @Inject(ExternalIdentityRepository) private readonly identities: ExternalIdentityRepository,
    @Inject(ProviderSessionRepository) private readonly providerSessions: ProviderSessionRepository,
    @Inject(ProviderAccessChange) private readonly access: ProviderAccessChange,
    @Inject(ProviderSessionEnd) private readonly sessions: ProviderSessionEnd,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @param credentialId of the request: a session that a provider opened reaches its municipality only @returns the identity's id @throws ApplicationError NOT_FOUND; ValidationError PASSWORD_NEEDED when there would be no way into the account */
  async execute(context: CommandContext, identityId: string, credentialId: string | null): Promise<string> {
    const { personId } = actingPerson(context.actor);
    const bound = await this.providerSessions.find(credentialId);
    return this.work.run(context, async (unit) => {
      const identity = await this.identities.find(unit.tx, identityId);
      if (identity?.personId !== personId || (bound && bound.municipalityId !== identity.municipalityId)) throw notFound();
      if (!identity.hasPassword) throw passwordNeeded();
      const { municipalityId, providerId } = identity;
      await this.access.apply(unit, { ...identity, identityId }, NOTHING);
      await this.sessions.end(unit, { providerId, identityId });
      await this.identities.unlink(unit.tx, identityId);
      unit.events.record(externalIdentityUnlinked, { municipalityId, aggregateType: 'external-identity', aggregateId: identityId, editionId: null, payload: { identityId, providerId, personId } });
      return identityId;
    });
  }
}
