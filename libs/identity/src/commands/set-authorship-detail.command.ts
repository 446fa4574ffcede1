import { Inject, Injectable } from '@nestjs/common';
import { municipalityAuthorshipDetailSet } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { MunicipalityRepository } from '../persistence/municipality.repository.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';

/** Sets for a whole municipality whether persons and numbers of characters show beside the organisations that wrote a text. */
@Injectable()
export class SetAuthorshipDetailCommand {
  constructor(
    @Inject(MunicipalityRepository) private readonly municipalities: MunicipalityRepository,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the municipality's id @throws ApplicationError FORBIDDEN for everybody but its administrators */
  async execute(context: CommandContext, shown: boolean): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'municipality.administer', { municipalityId });
    return this.work.run(context, async ({ tx, events }) => {
      if (await this.municipalities.setAuthorshipDetail(tx, municipalityId, shown)) {
        events.record(municipalityAuthorshipDetailSet, { municipalityId, aggregateType: 'municipality', aggregateId: municipalityId, editionId: null, payload: { municipalityId, shown } });
      }
      return municipalityId;
    });
  }
}
