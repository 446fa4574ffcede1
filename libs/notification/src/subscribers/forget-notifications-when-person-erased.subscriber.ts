import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { NotificationRepository } from '../persistence/notification.repository.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Removes what an erased person was told and how she wanted to be told. */
@Injectable()
export class ForgetNotificationsWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'forget-notifications-when-person-erased';
  readonly event = personErased;

  constructor(@Inject(NotificationRepository) private readonly notifications: NotificationRepository) {}

  handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    return this.notifications.removePerson(tx, payload.personId);
  }
}
