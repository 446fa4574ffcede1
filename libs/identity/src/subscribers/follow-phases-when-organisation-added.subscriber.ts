import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { organisationAdded, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { PhaseAccess } from './phase-access.js';

type OrganisationAdded = z.infer<typeof organisationAdded.schema>;

/** Open phases are for kinds of organisations: one that was added gets what they give, and loses what is not for it. */
@Injectable()
export class FollowPhasesWhenOrganisationAdded implements Subscriber<OrganisationAdded> {
  readonly name = 'follow-phases-when-organisation-added';
  readonly event = organisationAdded;

  constructor(@Inject(PhaseAccess) private readonly access: PhaseAccess) {}

  handle(tx: Transaction, { municipalityId }: EventEnvelope<OrganisationAdded>): Promise<void> {
    return this.access.follow(tx, municipalityId);
  }
}
