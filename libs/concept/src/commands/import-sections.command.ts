import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import { actorOfWordImport } from '../domain/word-import.js';
import type { ImportedSection, WordImport } from '../domain/word-import.js';
import { sectionSpecs } from '../domain/word-section-specs.js';
import { proposeSections } from '../domain/word-sections.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { AddSectionCommand } from './add-section.command.js';
import { FillSectionCommand } from './fill-section.command.js';
import { SectionAccess } from './section-access.js';

/** Writes the chosen sections of a Word document at the end of its edition: all of them with their texts in one transaction, or none. */
@Injectable()
export class ImportSectionsCommand {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly editions: EditionRepository,
    private readonly access: SectionAccess,
    private readonly addition: AddSectionCommand,
    private readonly filling: FillSectionCommand,
    private readonly imports: WordImportRepository,
  ) {}

  /** Does nothing when it is done already. @throws ApplicationError NOT_FOUND, FORBIDDEN, UNAVAILABLE; ValidationError EDITION_FROZEN */
  async run(begun: WordImport): Promise<void> {
    const { id, editionId, reading, decision } = begun;
    const actor = actorOfWordImport(begun);
    const edition = await this.editions.find(this.database.client, editionId);
    if (edition === null || reading === null || decision === null) throw notFound();
    await this.access.requireEdit(actor, edition);
    const proposed = new Map(proposeSections(reading, decision.level).map((section) => [section.index, section]));
    await this.unitOfWork.run({ actor }, async (unit) => {
      const written: ImportedSection[] = [];
      for (const { index, title, kind } of decision.sections) {
        const sectionId = await this.addition.add(unit, edition, { editionId, title, kind }, actor);
        const fingerprint = await this.filling.run(unit, sectionId, sectionSpecs(proposed.get(index)?.pieces ?? []), actor);
        written.push({ sectionId, title, kind, fingerprint });
      }
      // Somebody else's run of the same job was faster: what this one wrote goes with its transaction.
      if (!(await this.imports.finish(unit.tx, id, written))) throw new AlreadyImported();
    }).catch((error: unknown) => {
      if (!(error instanceof AlreadyImported)) throw error;
    });
  }
}

/** Ends a transaction whose work is done already. */
class AlreadyImported extends Error {}
