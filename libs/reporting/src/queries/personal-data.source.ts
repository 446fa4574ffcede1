import { Inject, Injectable } from '@nestjs/common';
import type { PersonalDataSource } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';

/** The files that a person had made of concepts, for the file of her own data. */
@Injectable()
export class ExportDataSource implements PersonalDataSource {
  readonly name = 'exports';

  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  read(personId: string): Promise<readonly Record<string, unknown>[]> {
    return this.database.client.$queryRaw<Record<string, unknown>[]>`
      SELECT form::text, file_name AS "fileName", state::text, requested_at AS "requestedAt" FROM document_exports WHERE requested_by = ${personId}::uuid ORDER BY requested_at`;
  }
}
