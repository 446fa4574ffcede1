import { Inject, Injectable } from '@nestjs/common';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

type Rows = readonly Record<string, unknown>[];

/** Short versions a person has written. */
@Injectable()
export class ShortVersionDataSource implements PersonalDataSource {
  readonly name = 'shortVersions';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`SELECT text, written_at AS "writtenAt" FROM short_versions WHERE written_by_id = ${personId}::uuid ORDER BY written_at`;
  }
}

/** Links for people without an account that a person has made. */
@Injectable()
export class LinkDataSource implements PersonalDataSource {
  readonly name = 'contributionLinks';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<Rows> {
    return this.database.client.$queryRaw<Rows>`SELECT title, created_at AS "createdAt", expires_at AS "expiresAt" FROM contribution_links WHERE created_by_id = ${personId}::uuid ORDER BY created_at`;
  }
}
