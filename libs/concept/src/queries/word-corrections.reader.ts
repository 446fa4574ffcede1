import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { plainBlocks } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { compareWordCorrections } from '../domain/word-corrections.policy.js';
import type { ComparedSection, WordDifference } from '../domain/word-corrections.policy.js';
import type { WordImport } from '../domain/word-import.js';
import { SectionReader } from './section.reader.js';
import { WordImportReader } from './word-import.reader.js';

const sectionLimit = 1000;

/** Reads Word documents with corrections as their owner may see them. */
@Injectable()
export class WordCorrectionsReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: WordImportReader,
    private readonly sections: SectionReader,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
  ) {}

  /** One's own document with corrections of an edition one may still read; null otherwise. */
  find(actor: Actor | null, id: string): Promise<WordImport | null> {
    return this.imports.find(actor, id, 'corrections');
  }

  /** What differs from the text of now; nothing until the document is read. */
  async differences({ corrections, editionId }: WordImport): Promise<WordDifference[]> {
    if (corrections === null) return [];
    const sections: ComparedSection[] = [];
    // One after the other, so that a large edition is no burst on the database.
    for (const { sectionId, title, documentId } of await this.sections.findByEditions([editionId], { offset: 0, limit: sectionLimit })) {
      sections.push({ sectionId, title, blocks: plainBlocks(await this.documents.readText(this.database.client, documentId)) });
    }
    return compareWordCorrections(corrections, sections);
  }
}
