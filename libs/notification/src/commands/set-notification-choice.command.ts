import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { notificationChoiceSet } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { NotificationChoice } from '../domain/notification.js';
import { NotificationRepository } from '../persistence/notification.repository.js';

/** Says how one is told of a category by mail, in every municipality one belongs to. */
@Injectable()
export class SetNotificationChoiceCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(NotificationRepository) private readonly notifications: NotificationRepository,
  ) {}

  /** @throws ApplicationError FORBIDDEN for who has no account */
  async run(context: CommandContext, choice: NotificationChoice): Promise<void> {
    const { personId, municipalityId } = context.actor;
    if (personId === null || municipalityId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    await this.unitOfWork.run(context, async ({ tx, events }) => {
      await this.notifications.choose(tx, personId, choice);
      events.record(notificationChoiceSet, { municipalityId, editionId: null, aggregateType: 'person', aggregateId: personId, payload: choice });
      return null;
    });
  }
}
