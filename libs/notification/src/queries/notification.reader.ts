import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { NOTIFICATION_CATEGORIES, USUAL_MAIL } from '../domain/notification.js';
import type { Notification, NotificationChoice } from '../domain/notification.js';
import { NotificationRepository } from '../persistence/notification.repository.js';

/** Reads a person's own notifications, in the municipality she acts in, and how she wants to be told. */
@Injectable()
export class NotificationReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(NotificationRepository) private readonly notifications: NotificationRepository,
  ) {}

  async list({ personId, municipalityId }: Actor, window: { readonly offset: number; readonly limit: number }): Promise<(Notification & { readonly total: number })[]> {
    return personId === null || municipalityId === null ? [] : this.notifications.list(this.database.client, { personId, municipalityId }, window);
  }

  async countUnread({ personId, municipalityId }: Actor): Promise<number> {
    return personId === null || municipalityId === null ? 0 : this.notifications.countUnread(this.database.client, { personId, municipalityId });
  }

  /** What counts for each category, chosen or usual. */
  async choices({ personId }: Actor): Promise<NotificationChoice[]> {
    const chosen = new Map((personId === null ? [] : await this.notifications.choices(this.database.client, personId)).map(({ category, mail }) => [category, mail]));
    return NOTIFICATION_CATEGORIES.map((category) => ({ category, mail: chosen.get(category) ?? USUAL_MAIL[category] }));
  }
}

type Rows = readonly Record<string, unknown>[];

/** A person's notifications, for the file of her own data. */
@Injectable()
export class NotificationDataSource implements PersonalDataSource {
  readonly name = 'notifications';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`
      SELECT kind, title, due_at AS "dueAt", created_at AS "toldAt", read_at AS "readAt", mailed_at AS "mailedAt" FROM notifications WHERE person_id = ${personId}::uuid ORDER BY created_at`;
  }
}

/** How a person wants to be told, for the file of her own data. */
@Injectable()
export class NotificationChoiceDataSource implements PersonalDataSource {
  readonly name = 'notificationChoices';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`SELECT category, mail::text FROM notification_choices WHERE person_id = ${personId}::uuid ORDER BY category`;
  }
}
