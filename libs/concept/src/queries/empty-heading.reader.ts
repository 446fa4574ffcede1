import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { plainBlocks } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { emptyHeadings } from '../domain/empty-heading.policy.js';
import type { EmptyHeading } from '../domain/empty-heading.policy.js';
import { SectionReader } from './section.reader.js';
import type { SectionRecord } from './section.reader.js';

/** An empty heading, and the section it stands in. */
export interface PlacedEmptyHeading extends EmptyHeading {
  readonly section: SectionRecord;
}

const allSections = { offset: 0, limit: 1_000 };

/** Finds headings without text in the texts of an edition as they are now. Whoever calls it has asked the access policy. */
@Injectable()
export class EmptyHeadingReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    private readonly sections: SectionReader,
  ) {}

  /** In the order of the texts, which are read one after the other until there are so many. */
  async find(editionId: string, most: number): Promise<PlacedEmptyHeading[]> {
    const found: PlacedEmptyHeading[] = [];
    for (const section of await this.sections.findByEditions([editionId], allSections)) {
      if (found.length >= most) break;
      const blocks = plainBlocks(await this.documents.readText(this.database.client, section.documentId));
      found.push(...emptyHeadings(blocks).map((heading) => ({ ...heading, section })));
    }
    return found.slice(0, most);
  }
}
