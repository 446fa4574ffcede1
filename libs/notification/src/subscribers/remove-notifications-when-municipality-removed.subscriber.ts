import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { municipalityRemoved, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { NotificationRepository } from '../persistence/notification.repository.js';

type MunicipalityRemoved = z.infer<typeof municipalityRemoved.schema>;

/** Removes what people were told in an example municipality. */
@Injectable()
export class RemoveNotificationsWhenMunicipalityRemoved implements Subscriber<MunicipalityRemoved> {
  readonly name = 'remove-notifications-when-municipality-removed';
  readonly event = municipalityRemoved;

  constructor(@Inject(NotificationRepository) private readonly notifications: NotificationRepository) {}

  handle(tx: Transaction, { municipalityId }: EventEnvelope<MunicipalityRemoved>): Promise<void> {
    return this.notifications.removeMunicipality(tx, municipalityId);
  }
}
