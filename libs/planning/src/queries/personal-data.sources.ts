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

/** The gatherings a person runs. */
@Injectable()
export class ModeratorDataSource implements PersonalDataSource {
  readonly name = 'moderatedGatherings';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`
      SELECT g.title, g.starts_at AS "startsAt", m.named_at AS "namedAt" FROM gathering_moderators m JOIN gatherings g ON g.id = m.gathering_id WHERE m.person_id = ${personId}::uuid ORDER BY m.named_at`;
  }
}
