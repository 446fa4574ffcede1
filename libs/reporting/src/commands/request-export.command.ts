import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, newRandomId, notFound, systemClock } from '@konzeptwerkstatt/kernel';
import { VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { exportRequested, renderExportJob } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { MAX_FINISHED, MAX_PER_HOUR, MAX_UNFINISHED } from '../domain/document-export.js';
import type { DocumentExport } from '../domain/document-export.js';
import { reportingError } from '../domain/reporting.errors.js';
import { DocumentExportRepository } from '../persistence/document-export.repository.js';

export type WantedExport = Pick<DocumentExport, 'editionId' | 'sectionId' | 'organisationId' | 'form' | 'hasLineNumbers' | 'hasMeasureTable' | 'hasContributions'>;

/** Asks for a file; a job makes it. Whoever may read an edition may take it along. */
@Injectable()
export class RequestExportCommand {
  private readonly perPerson = new AttemptLimiter({ attempts: MAX_PER_HOUR, windowMs: 3_600_000 }, systemClock);

  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(DocumentExportRepository) private readonly exports: DocumentExportRepository,
    @Inject(FileStore) private readonly files: FileStore,
  ) {}

  /** @returns the export's id @throws ApplicationError NOT_FOUND, FORBIDDEN for who has no account, RATE_LIMITED; ValidationError TOO_MANY_EXPORTS, UNKNOWN_SECTION, UNKNOWN_ORGANISATION */
  async run(context: CommandContext, wanted: WantedExport): Promise<string> {
    const { actor } = context;
    const edition = await this.visible.findEdition(actor, wanted.editionId);
    if (edition === null) throw notFound();
    const { personId, municipalityId: ownMunicipality } = actor;
    if (personId === null || ownMunicipality === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    const section = wanted.sectionId === null ? null : await this.visible.findSection(actor, wanted.sectionId);
    if (wanted.sectionId !== null && section?.editionId !== wanted.editionId) throw reportingError('UNKNOWN_SECTION', ['sectionId']);
    const known = wanted.organisationId === null ? [null] : await this.identity.organisationsByIds(edition.municipalityId, [wanted.organisationId]);
    if (known.length === 0) throw reportingError('UNKNOWN_ORGANISATION', ['organisationId']);
    const id = newRandomId();
    return this.unitOfWork.run(context, async ({ tx, events, jobs }) => {
      if ((await this.exports.countUnfinished(tx, ownMunicipality, personId)) >= MAX_UNFINISHED) throw reportingError('TOO_MANY_EXPORTS', []);
      this.perPerson.take(personId);
      await this.files.remove(tx, ownMunicipality, await this.exports.removeFinishedBeyond(tx, ownMunicipality, personId, MAX_FINISHED));
      // Of the municipality that she works in, whosesoever the edition is: the file takes up her space.
      await this.exports.insert(tx, { id, ...wanted, municipalityId: ownMunicipality, requestedBy: personId, actingOrganisationId: actor.organisationId });
      events.record(exportRequested, { municipalityId: ownMunicipality, editionId: null, aggregateType: 'export', aggregateId: id, payload: { exportId: id, form: wanted.form } });
      jobs.enqueueAfterCommit(renderExportJob, { exportId: id });
      return id;
    });
  }
}
