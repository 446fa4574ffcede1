import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_AUTHORSHIP } from '@konzeptwerkstatt/contracts';
import type { CopiedText, DocumentAuthorship, Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import { SectionReader } from '../queries/section.reader.js';
import { SectionAccess } from './section-access.js';

/** Notes that words in a section's text were copied from a section of the same municipality, so that they keep their authors. */
@Injectable()
export class RecordCopiedTextCommand {
  constructor(
    private readonly sections: SectionReader,
    private readonly access: SectionAccess,
    private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DOCUMENT_AUTHORSHIP) private readonly authorship: DocumentAuthorship,
  ) {}

  /**
   * @returns the id of the section that was written in
   * @throws ApplicationError NOT_FOUND when either text is none the actor may read, or they belong to two municipalities; FORBIDDEN; ValidationError EDITION_FROZEN
   */
  async run(context: CommandContext, copy: Omit<CopiedText, 'actor'>): Promise<string> {
    const { actor } = context;
    const [target, source] = [await this.sections.findByDocument(copy.documentId), await this.sections.findByDocument(copy.sourceDocumentId)];
    if (target === null || source === null || source.municipalityId !== target.municipalityId || !(await this.access.mayRead(actor, source))) throw notFound();
    await this.access.requireWrite(actor, target);
    return this.unitOfWork.run(context, async ({ tx }) => {
      if (target.isFrozen) throw conceptError('EDITION_FROZEN', []);
      await this.authorship.recordCopy(tx, { ...copy, actor });
      return target.sectionId;
    });
  }
}

const notFound = (): ApplicationError => new ApplicationError('NOT_FOUND', 'Diesen Text gibt es nicht.');
