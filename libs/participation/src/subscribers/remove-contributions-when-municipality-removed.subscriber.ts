import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionRepository } from '../persistence/contribution.repository.js';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes the contributions of an example municipality. */
@Injectable()
export class RemoveContributionsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-contributions-when-municipality-removed';
  readonly event = municipalityRemoved;

  constructor(@Inject(ContributionRepository) private readonly contributions: ContributionRepository) {}

  handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    return this.contributions.removeMunicipality(tx, municipalityId);
  }
}
