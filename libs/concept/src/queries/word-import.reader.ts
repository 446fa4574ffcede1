import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { fingerprintOf } from '../domain/section-fingerprint.js';
import type { ImportedSection, WordImport, WordImportKind } from '../domain/word-import.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { BroughtImportReader } from './brought-import.reader.js';

/** How a section that came out of an import is today. */
export const IMPORTED_SECTION_STATES = ['as_imported', 'changed', 'removed'] as const;
export type ImportedSectionState = (typeof IMPORTED_SECTION_STATES)[number];

/** Reads imports of Word documents as their owner may see them. */
@Injectable()
export class WordImportReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: WordImportRepository,
    private readonly sections: SectionRepository,
    private readonly brought: BroughtImportReader,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
  ) {}

  /** One's own import into an edition one may still read, of that kind; null otherwise. */
  async find(actor: Actor | null, id: string, kind: WordImportKind = 'sections'): Promise<WordImport | null> {
    const found = await this.brought.find(actor, this.imports, id);
    return found?.kind === kind ? found : null;
  }

  /** Whether somebody has worked on a section since it was imported. */
  async stateOf(section: ImportedSection, tx: Transaction = this.database.client): Promise<ImportedSectionState> {
    const place = await this.sections.find(tx, section.sectionId);
    if (place === null) return 'removed';
    if (place.title !== section.title || place.kind !== section.kind) return 'changed';
    return fingerprintOf(await this.documents.readText(tx, place.documentId)) === section.fingerprint ? 'as_imported' : 'changed';
  }
}
