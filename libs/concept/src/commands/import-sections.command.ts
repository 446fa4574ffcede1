import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { actorOfImport } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { ImportedSection, WordImport } from '../domain/word-import.js';
import { sectionSpecs } from '../domain/word-section-specs.js';
import { proposeSections } from '../domain/word-sections.policy.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { partsOf, WordPictureFiles } from '../word/word-picture.files.js';
import type { WordPiece } from '../word/word-reading.js';
import { AddSectionCommand } from './add-section.command.js';
import { FillSectionCommand } from './fill-section.command.js';

/** Writes the chosen sections of a Word document at the end of its edition: all of them with their texts in one transaction, or none. */
@Injectable()
export class ImportSectionsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly addition: AddSectionCommand,
    private readonly filling: FillSectionCommand,
    private readonly imports: WordImportRepository,
    private readonly pictures: WordPictureFiles,
    private readonly database: PrismaDatabase,
  ) {}

  /** Does nothing when it is done already. @throws ApplicationError NOT_FOUND, FORBIDDEN, UNAVAILABLE; ValidationError EDITION_FROZEN */
  async run(begun: WordImport): Promise<void> {
    const { id, editionId, reading, decision } = begun;
    const actor = actorOfImport(begun);
    if (reading === null || decision === null) throw notFound();
    await this.addition.requireEdit(actor, editionId);
    const proposed = new Map(proposeSections(reading, decision.level).map((section) => [section.index, section]));
    const piecesOf = (index: number): readonly WordPiece[] => proposed.get(index)?.pieces ?? [];
    const pieces = decision.sections.flatMap(({ index }) => piecesOf(index));
    const step = this.stepsOf(id, partsOf(pieces).length + decision.sections.length);
    const prepared = await this.pictures.prepare(begun, pieces, step);
    await this.unitOfWork.run({ actor }, async (unit) => {
      const written: ImportedSection[] = [];
      for (const { index, title, kind } of decision.sections) {
        const sectionId = await this.addition.add(unit, begun, { editionId, title, kind }, actor);
        const files = await this.pictures.store(unit.tx, begun, { sectionId, pieces: piecesOf(index), prepared });
        const fingerprint = await this.filling.run(unit, sectionId, sectionSpecs(piecesOf(index), files), actor);
        written.push({ sectionId, title, kind, fingerprint });
        await step();
      }
      // Somebody else's run of the same job was faster: what this one wrote goes with its transaction.
      if (!(await this.imports.finish(unit.tx, id, written))) throw new AlreadyImported();
    }).catch((error: unknown) => {
      if (!(error instanceof AlreadyImported)) throw error;
    });
  }

  /** Counts steps. Told outside of the transaction that writes: whoever waits sees it before its end. */
  private stepsOf(id: string, count: number): () => Promise<void> {
    let done = 0;
    return () => this.imports.noteProgress(this.database.client, id, Math.floor((++done / count) * 100));
  }
}

/** Ends a transaction whose work is done already. */
class AlreadyImported extends Error {}
