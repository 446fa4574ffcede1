import { Inject, Injectable } from '@nestjs/common';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

type Rows = readonly Record<string, unknown>[];

/** A person's addresses of calendars, without their secrets, for the file of her own data. */
@Injectable()
export class CalendarFeedDataSource implements PersonalDataSource {
  readonly name = 'calendarFeeds';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`SELECT process_id::text AS "processId", created_at AS "createdAt" FROM calendar_feeds WHERE person_id = ${personId}::uuid ORDER BY created_at`;
  }
}

/** The roles a person has herself in processes. */
@Injectable()
export class ProcessRoleDataSource implements PersonalDataSource {
  readonly name = 'processRoles';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`
      SELECT process_id::text AS "processId", role::text, assigned_at AS "assignedAt" FROM process_roles WHERE subject_kind = 'person' AND subject_id = ${personId}::uuid ORDER BY assigned_at`;
  }
}
