import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { organisationChanged, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { PhaseAccess } from './phase-access.js';

type OrganisationChanged = z.infer<typeof organisationChanged.schema>;

/** Open phases are for kinds of organisations: one that was changed gets what they give, and loses what is not for it. */
@Injectable()
export class FollowPhasesWhenOrganisationChanged implements Subscriber<OrganisationChanged> {
  readonly name = 'follow-phases-when-organisation-changed';
  readonly event = organisationChanged;

  constructor(@Inject(PhaseAccess) private readonly access: PhaseAccess) {}

  handle(tx: Transaction, { municipalityId }: EventEnvelope<OrganisationChanged>): Promise<void> {
    return this.access.follow(tx, municipalityId);
  }
}
