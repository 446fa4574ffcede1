import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ContributionRepository } from '../persistence/contribution.repository.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Takes an erased person off her contributions; what she said stays, as her organisation's or as nobody's in particular. */
@Injectable()
export class ForgetContributorWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'forget-contributor-when-person-erased';
  readonly event = personErased;

  constructor(@Inject(ContributionRepository) private readonly contributions: ContributionRepository) {}

  handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    return this.contributions.forgetPerson(tx, payload.personId);
  }
}
