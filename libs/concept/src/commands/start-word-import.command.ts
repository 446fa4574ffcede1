import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newRandomId, notFound } from '@konzeptwerkstatt/kernel';
import { readWordDocumentJob } from '@konzeptwerkstatt/contracts';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import type { WordImportKind } from '../domain/word-import.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { keptByWordImport, WORD_FILE_PURPOSE } from '../word/word-file.purpose.js';
import { SectionAccess } from './section-access.js';

/** Begins reading a Word document that is to become sections of an edition, or brings corrections of its text. Nothing is changed by it. */
@Injectable()
export class StartWordImportCommand {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly editions: EditionRepository,
    private readonly access: SectionAccess,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly imports: WordImportRepository,
  ) {}

  /** @returns the import's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN, FILE_GONE */
  async run(context: CommandContext, { editionId, fileId, kind = 'sections' }: { readonly editionId: string; readonly fileId: string; readonly kind?: WordImportKind }): Promise<string> {
    const { personId, organisationId } = context.actor;
    const edition = await this.editions.find(this.database.client, editionId);
    if (edition === null) throw notFound();
    await this.access.requireEdit(context.actor, edition);
    if (personId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    if (edition.isFrozen) throw conceptError('EDITION_FROZEN', []);
    const [id, { municipalityId }] = [newRandomId(), edition];
    return this.unitOfWork.run(context, async ({ tx, jobs }) => {
      const file = await this.files.keep(tx, { id: fileId, municipalityId, purpose: WORD_FILE_PURPOSE, uploadedBy: personId, keptBy: keptByWordImport(id) });
      if (file === null) throw conceptError('FILE_GONE', ['fileId']);
      await this.imports.insert(tx, { id, municipalityId, editionId, requestedBy: personId, actingOrganisationId: organisationId, fileId, fileName: file.name, kind });
      jobs.enqueueAfterCommit(readWordDocumentJob, { importId: id });
      return id;
    });
  }
}
