import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { adviceRequested, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { municipalInstant } from '@konzeptwerkstatt/planning';
import { ContributionNotices } from '../commands/contribution-notices.js';
import { AdviceRepository } from '../persistence/advice/advice.repository.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';

type AdviceRequested = z.infer<typeof adviceRequested.schema>;

/** Tells the people of an organisation who may read a contribution that its advice is asked for. */
@Injectable()
export class NotifyOrganisationWhenAdviceRequested implements Subscriber<AdviceRequested> {
  readonly name = 'notify-organisation-when-advice-requested';
  readonly event = adviceRequested;

  constructor(
    @Inject(AdviceRepository) private readonly advices: AdviceRepository,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionNotices) private readonly notices: ContributionNotices,
  ) {}

  async handle(tx: Transaction, { id, actor, payload }: EventEnvelope<AdviceRequested>): Promise<void> {
    const [advice, contribution] = [await this.advices.find(tx, payload.adviceId), await this.contributions.find(tx, payload.contributionId)];
    if (advice === null || advice.givenAt !== null || contribution?.state !== 'submitted') return;
    const members = (await this.identity.membersOf(tx, advice.municipalityId, advice.organisationId)).map(({ personId }) => personId).filter((personId) => personId !== actor.personId);
    const readers = await this.access.readersAmong(tx, contribution, members);
    const dueAt = advice.dueOn === null ? undefined : municipalInstant(advice.dueOn, 0, '23:59', 'later');
    await this.notices.tell(tx, 'advice_requested', id, [{ contribution, personIds: [...readers] }], dueAt);
  }
}
