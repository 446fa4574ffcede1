import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { NotificationRepository } from '../persistence/notification.repository.js';

/** Notes that one has seen notifications. No event tells of it: when somebody reads is nobody's business. */
@Injectable()
export class MarkNotificationsReadCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(NotificationRepository) private readonly notifications: NotificationRepository,
  ) {}

  /**
   * @param ids null: all in the municipality one acts in; ids of somebody else's are left alone
   * @throws ApplicationError FORBIDDEN for who has no account
   */
  async run(context: CommandContext, ids: readonly string[] | null): Promise<void> {
    const { personId, municipalityId } = context.actor;
    if (personId === null || municipalityId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    await this.unitOfWork.run(context, async ({ tx }) => {
      await this.notifications.markRead(tx, { municipalityId, personId }, ids);
      return null;
    });
  }
}
