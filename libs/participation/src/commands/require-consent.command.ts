import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { consentRequired } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { ProcessReader } from '@konzeptwerkstatt/planning';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { participationError } from '../domain/participation.errors.js';
import { MAX_CONSENT_DAYS } from '../domain/response-proposal.policy.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';

/** Says whether answers in a process are proposed before they are published. */
@Injectable()
export class RequireConsentCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ProcessReader) private readonly processes: ProcessReader,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
  ) {}

  /**
   * What is proposed already keeps its deadline.
   * @param days 1 to 60, for which an answer waits for a word; null: it does not
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError CONSENT_DAYS_INVALID
   */
  async run(context: CommandContext, processId: string, days: number | null): Promise<string> {
    const process = await this.processes.find(context.actor, processId);
    if (process === null) throw notFound();
    const { municipalityId } = process;
    await this.policy.require(context.actor, 'process.manage', { municipalityId, processId });
    if (days !== null && (!Number.isInteger(days) || days < 1 || days > MAX_CONSENT_DAYS)) throw participationError('CONSENT_DAYS_INVALID', ['days']);
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.proposals.setDays(tx, municipalityId, processId, days);
      events.record(consentRequired, { municipalityId, editionId: null, aggregateType: 'process', aggregateId: processId, payload: { processId, days } });
      return processId;
    });
  }
}
