import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { deadlineNoticesSet } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { DeadlineNoticeRepository } from '../persistence/deadline-notice.repository.js';

/** Switches the mails before deadlines on and off, for oneself and all processes of the municipality. */
@Injectable()
export class SetDeadlineNoticesCommand {
  constructor(
    @Inject(DeadlineNoticeRepository) private readonly notices: DeadlineNoticeRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
  ) {}

  /** @returns what counts from now on. @throws ApplicationError FORBIDDEN for whoever acts for nobody */
  run(context: CommandContext, { wanted }: { readonly wanted: boolean }): Promise<boolean> {
    const { personId, municipalityId } = context.actor;
    if (personId === null || municipalityId === null) throw new ApplicationError('FORBIDDEN', 'Das können Sie so nicht einstellen.');
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.notices.setWanted(tx, { personId, municipalityId }, wanted);
      events.record(deadlineNoticesSet, { municipalityId, aggregateType: 'person', aggregateId: personId, editionId: null, payload: { wanted } });
      return wanted;
    });
  }
}
