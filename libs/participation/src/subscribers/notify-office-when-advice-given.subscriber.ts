import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { adviceGiven, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { AdviceRepository } from '../persistence/advice/advice.repository.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';

type AdviceGiven = z.infer<typeof adviceGiven.schema>;

/** Tells the people of the organisation that asked, and of the office that is to answer, that the advice is there; once, later changes are seen where they stand. */
@Injectable()
export class NotifyOfficeWhenAdviceGiven implements Subscriber<AdviceGiven> {
  readonly name = 'notify-office-when-advice-given';
  readonly event = adviceGiven;

  constructor(
    @Inject(AdviceRepository) private readonly advices: AdviceRepository,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<AdviceGiven>): Promise<void> {
    if (payload.revision > 1) return;
    const [advice, contribution] = [await this.advices.find(tx, payload.adviceId), await this.contributions.find(tx, payload.contributionId)];
    if (advice === null || contribution?.state !== 'submitted') return;
    const offices = new Set([advice.askedByOrganisationId, contribution.assignedOrganisationId].filter((officeId) => officeId !== null));
    const people = new Set<string>();
    for (const officeId of offices) for (const { personId } of await this.identity.membersOf(tx, advice.municipalityId, officeId)) people.add(personId);
    people.delete(actor.personId ?? '');
    const readers = await this.access.readersAmong(tx, contribution, [...people]);
    await this.notices.tell(tx, 'advice_given', id, [{ contribution, personIds: [...readers] }]);
  }
}
