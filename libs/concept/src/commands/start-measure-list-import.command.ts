import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newRandomId, notFound } from '@konzeptwerkstatt/kernel';
import { readMeasureListJob } from '@konzeptwerkstatt/contracts';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import { keptByList, MEASURE_LIST_PURPOSE } from '../files/measure-list-file.purpose.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';

/** Begins reading somebody's own measure list. Nothing is changed by it. */
@Injectable()
export class StartMeasureListImportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly visible: VisibleEditionsReader,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly imports: MeasureListImportRepository,
  ) {}

  /** @returns the import's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN, FILE_GONE */
  async run(context: CommandContext, { editionId, fileId }: { readonly editionId: string; readonly fileId: string }): Promise<string> {
    const { actor } = context;
    const edition = await this.visible.findEdition(actor, editionId);
    if (edition === null) throw notFound();
    if (actor.personId === null || edition.municipalityId !== actor.municipalityId) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    if (edition.isFrozen) throw conceptError('EDITION_FROZEN', []);
    const { personId, organisationId } = actor;
    const [id, { municipalityId }] = [newRandomId(), edition];
    return this.unitOfWork.run(context, async ({ tx, jobs }) => {
      const file = await this.files.keep(tx, { id: fileId, municipalityId, purpose: MEASURE_LIST_PURPOSE, uploadedBy: personId, keptBy: keptByList(id) });
      if (file === null) throw conceptError('FILE_GONE', ['fileId']);
      await this.imports.insert(tx, { id, municipalityId, editionId, requestedBy: personId, actingOrganisationId: organisationId, fileId, fileName: file.name });
      jobs.enqueueAfterCommit(readMeasureListJob, { importId: id });
      return id;
    });
  }
}
