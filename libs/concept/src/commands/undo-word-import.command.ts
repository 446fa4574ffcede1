import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError, conceptProblem, throwProblems } from '../domain/concept.errors.js';
import type { WordImport } from '../domain/word-import.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { WordImportReader } from '../queries/word-import.reader.js';
import { RemoveSectionCommand } from './remove-section.command.js';

/** Takes the sections of an import out again, all of them, as long as nobody has worked on any of them. Their texts stay stored. */
@Injectable()
export class UndoWordImportCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    private readonly reader: WordImportReader,
    private readonly sections: SectionRepository,
    private readonly editions: EditionRepository,
    private readonly imports: WordImportRepository,
    private readonly removal: RemoveSectionCommand,
  ) {}

  /**
   * @returns the import's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN, IMPORT_NOT_READY; CHANGED_SINCE_IMPORT once for each section, with its id as path
   */
  async run(context: CommandContext, importId: string): Promise<string> {
    const found = await this.reader.find(context.actor, importId);
    if (found === null) throw notFound();
    await this.removal.requireEdit(context.actor, found.editionId);
    return this.unitOfWork.run(context, async (unit) => {
      // The edition before its texts, as whoever adopts it takes them.
      if ((await this.editions.lock(unit.tx, found.municipalityId, found.editionId)).isFrozen) throw conceptError('EDITION_FROZEN', []);
      if (!(await this.imports.undo(unit.tx, importId))) throw conceptError('IMPORT_NOT_READY', []);
      await this.refuseChanged(unit.tx, found);
      await this.removal.removeAll(unit, found.editionId, found.sections.map(({ sectionId }) => sectionId), context.actor);
      return importId;
    });
  }

  /** Under the documents' locks: what is typed now waits until it is decided, and is then refused or seen. */
  private async refuseChanged(tx: Transaction, { sections }: WordImport): Promise<void> {
    const changed = [];
    for (const section of sections) {
      const place = await this.sections.find(tx, section.sectionId);
      if (place !== null) await this.writer.lock(tx, place.documentId);
      if ((await this.reader.stateOf(section, tx)) === 'changed') changed.push(conceptProblem('CHANGED_SINCE_IMPORT', ['sections', section.sectionId]));
    }
    throwProblems(changed);
  }
}
