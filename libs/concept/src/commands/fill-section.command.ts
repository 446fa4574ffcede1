import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_READER, DOCUMENT_WRITER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import type { BlockSpec } from '@konzeptwerkstatt/document-model';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { fingerprintOf } from '../domain/section-fingerprint.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { ProjectSectionCommand } from './project-section.command.js';

/** Writes blocks at the end of a section's text and projects them at once, without asking for rights: for loading content. */
@Injectable()
export class FillSectionCommand {
  constructor(
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    @Inject(DOCUMENT_READER) private readonly reader: DocumentReader,
    private readonly sections: SectionRepository,
    private readonly projection: ProjectSectionCommand,
  ) {}

  /**
   * @returns the fingerprint of the text afterwards
   * @throws ApplicationError NOT_FOUND; DocumentFrozenError; DocumentChangeRefused when a block cannot be written
   */
  async run(unit: Unit<Transaction>, sectionId: string, blocks: readonly BlockSpec[], actor: Actor): Promise<string> {
    const place = await this.sections.get(unit.tx, sectionId);
    await this.writer.append(unit.tx, place.documentId, { kind: 'appendBlocks', blocks }, actor);
    await this.projection.run(unit, place);
    return fingerprintOf(await this.reader.readText(unit.tx, place.documentId));
  }
}
