import { Injectable } from '@nestjs/common';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** The statistics files that a person brought, for the file of her own data. */
@Injectable()
export class ObservationImportDataSource implements PersonalDataSource {
  readonly name = 'observationImports';

  constructor(private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<readonly Record<string, unknown>[]> {
    return this.database.client.$queryRaw<Record<string, unknown>[]>`
      SELECT file_name AS "fileName", state::text, requested_at AS "requestedAt" FROM observation_imports WHERE requested_by = ${personId}::uuid ORDER BY requested_at`;
  }
}
