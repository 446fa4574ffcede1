import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound } from '@konzeptwerkstatt/kernel';
import { applyFileImportJob } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { WORD_IMPORT } from '../domain/import-names.js';
import { conceptError, conceptProblem, throwProblems } from '../domain/concept.errors.js';
import { tidyTitle, titleProblems } from '../domain/title.policy.js';
import type { WordDecision, WordImport } from '../domain/word-import.js';
import { MAX_IMPORTED_SECTIONS, MAX_SECTION_CHARACTERS, proposeSections } from '../domain/word-sections.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { WordImportReader } from '../queries/word-import.reader.js';
import { SectionAccess } from './section-access.js';

/** Decides which of the proposed sections are taken over; a job writes them. */
@Injectable()
export class ApplyWordImportCommand {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly reader: WordImportReader,
    private readonly editions: EditionRepository,
    private readonly access: SectionAccess,
    private readonly imports: WordImportRepository,
  ) {}

  /**
   * @returns the import's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN, IMPORT_NOT_READY, NOTHING_TO_APPLY, TOO_MANY_SECTIONS, SECTION_TOO_LONG and what is
   *   wrong with the titles
   */
  async run(context: CommandContext, importId: string, decision: WordDecision): Promise<string> {
    const found = await this.reader.find(context.actor, importId);
    const edition = found === null ? null : await this.editions.find(this.database.client, found.editionId);
    if (found === null || edition === null) throw notFound();
    await this.access.requireEdit(context.actor, edition);
    return this.unitOfWork.run(context, async ({ tx, jobs }) => {
      if (edition.isFrozen) throw conceptError('EDITION_FROZEN', []);
      if (found.state !== 'ready') throw conceptError('IMPORT_NOT_READY', []);
      this.check(found, decision);
      if (!(await this.imports.decide(tx, importId, { ...decision, sections: decision.sections.map((section) => ({ ...section, title: tidyTitle(section.title) })) }))) throw conceptError('IMPORT_NOT_READY', []);
      jobs.enqueueAfterCommit(applyFileImportJob, { kind: WORD_IMPORT, importId });
      return importId;
    });
  }

  private check({ reading }: WordImport, { level, sections }: WordDecision): void {
    const proposed = new Map((reading === null ? [] : proposeSections(reading, level)).map((section) => [section.index, section]));
    if (sections.length === 0) throw conceptError('NOTHING_TO_APPLY', []);
    if (sections.length > MAX_IMPORTED_SECTIONS) throw conceptError('TOO_MANY_SECTIONS', ['sections']);
    const isKnown = sections.every(({ index }, place) => proposed.has(index) && sections.findIndex((other) => other.index === index) === place);
    if (!isKnown) throw new ApplicationError('BAD_USER_INPUT', 'Diese Abschnitte gibt es in der Datei nicht.');
    throwProblems(sections.flatMap(({ index, title }) => [
      ...titleProblems(title, ['sections', String(index), 'title']),
      ...((proposed.get(index)?.figures.characters ?? 0) > MAX_SECTION_CHARACTERS ? [conceptProblem('SECTION_TOO_LONG', ['sections', String(index)])] : []),
    ]));
  }
}
