import { Injectable } from '@nestjs/common';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** The files that a person brought to become something in a concept, for the file of her own data. */
@Injectable()
export class ImportDataSource implements PersonalDataSource {
  readonly name = 'imports';

  constructor(private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<readonly Record<string, unknown>[]> {
    return this.database.client.$queryRaw<Record<string, unknown>[]>`
      SELECT 'word_' || kind::text AS kind, file_name AS "fileName", state::text, requested_at AS "requestedAt" FROM word_imports WHERE requested_by = ${personId}::uuid
      UNION ALL SELECT 'measure_list', file_name, state::text, requested_at FROM measure_list_imports WHERE requested_by = ${personId}::uuid
      UNION ALL SELECT 'measure_table', file_name, state::text, requested_at FROM measure_table_imports WHERE requested_by = ${personId}::uuid
      ORDER BY "requestedAt"`;
  }
}
