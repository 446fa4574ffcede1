import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { isMailAddress } from '@konzeptwerkstatt/platform-mail';
import { importOutcomes, MAX_IMPORT_ROWS, type ImportRow, type RowOutcome } from '../domain/organisation-import.policy.js';
import { OrganisationRepository } from '../persistence/organisation.repository.js';
import { AccessPolicy } from './access-policy.reader.js';

/** @throws ApplicationError BAD_USER_INPUT for more rows than a list of organisations has, or two of one line */
export function assertImportable(rows: readonly ImportRow[]): void {
  if (rows.length > MAX_IMPORT_ROWS) throw new ApplicationError('BAD_USER_INPUT', `Eine Liste darf höchstens ${MAX_IMPORT_ROWS} Zeilen haben.`);
  if (new Set(rows.map(({ line }) => line)).size !== rows.length) throw new ApplicationError('BAD_USER_INPUT', 'Jede Zeile braucht eine eigene Nummer.');
}

/** Says what a list of organisations would do, and writes nothing. */
@Injectable()
export class PreviewOrganisationImportQuery {
  constructor(
    @Inject(OrganisationRepository) private readonly organisations: OrganisationRepository,
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** @throws ApplicationError FORBIDDEN, BAD_USER_INPUT */
  async execute(actor: Actor, municipalityId: string, rows: readonly ImportRow[]): Promise<RowOutcome[]> {
    await this.policy.require(actor, 'organisation.manage', { municipalityId });
    assertImportable(rows);
    const known = await this.organisations.findAll(this.database.client, municipalityId);
    return importOutcomes(rows, known, isMailAddress);
  }
}
