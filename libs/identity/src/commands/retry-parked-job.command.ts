import { Inject, Injectable } from '@nestjs/common';
import { parkedJobRetried } from '@konzeptwerkstatt/contracts';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { BullJobQueue } from '@konzeptwerkstatt/platform-queue';
import { parkedJobGone } from '../domain/identity.errors.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { actingPerson } from './acting-person.js';

/** Has a parked job tried again, as the command `jobs retry` does. */
@Injectable()
export class RetryParkedJobCommand {
  constructor(
    @Inject(BullJobQueue) private readonly queue: BullJobQueue,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the parked job's id. @throws ApplicationError FORBIDDEN; ValidationError PARKED_JOB_GONE when there is none, or somebody retried it already */
  async execute(context: CommandContext, parkedJobId: string): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    await this.policy.require(context.actor, 'installation.administer', { municipalityId });
    return this.work.run(context, async ({ tx, events }) => {
      const { jobName } = await this.queue.retryParked(tx, parkedJobId).catch((error: unknown) => {
        throw error instanceof ApplicationError && error.code === 'NOT_FOUND' ? parkedJobGone() : error;
      });
      events.record(parkedJobRetried, { municipalityId, aggregateType: 'parked-job', aggregateId: parkedJobId, editionId: null, payload: { parkedJobId, jobName } });
      return parkedJobId;
    });
  }
}
