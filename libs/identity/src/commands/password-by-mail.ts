import { Inject, Injectable } from '@nestjs/common';
import { externalIdentityUnlinked } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { ExternalIdentityRepository } from '../persistence/external-identity.repository.js';
import { PersonRepository } from '../persistence/person.repository.js';
import { ProviderAccessChange } from './provider-access.js';
import { ProviderSessionEnd } from './provider-session-end.js';

/** Sets the password of somebody who has proved that the mailbox is hers, within the unit of work of a command. */
@Injectable()
export class PasswordByMail {
  constructor(
    @Inject(PersonRepository) private readonly persons: PersonRepository,
    @Inject(ExternalIdentityRepository) private readonly identities: ExternalIdentityRepository,
    @Inject(ProviderAccessChange) private readonly access: ProviderAccessChange,
    @Inject(ProviderSessionEnd) private readonly sessions: ProviderSessionEnd,
  ) {}

  /** An account that has none yet was made by a provider, perhaps for an address that is not its people's: its links end, until its owner links it herself. */
  async set(unit: Unit<Transaction>, personId: string, passwordHash: string): Promise<void> {
    if ((await this.persons.findAccount(unit.tx, personId))?.passwordHash === null) await this.unlinkAll(unit, personId);
    await this.persons.setPasswordHash(unit.tx, personId, passwordHash);
  }

  private async unlinkAll(unit: Unit<Transaction>, personId: string): Promise<void> {
    for (const identity of await this.identities.findAllOfPerson(unit.tx, personId)) {
      const { id: identityId, municipalityId, providerId } = identity;
      await this.access.endAdministration(unit, { ...identity, identityId });
      await this.sessions.end(unit, { providerId, identityId });
      await this.identities.unlink(unit.tx, identityId);
      unit.events.record(externalIdentityUnlinked, { municipalityId, aggregateType: 'external-identity', aggregateId: identityId, editionId: null, payload: { identityId, providerId, personId } });
    }
  }
}
