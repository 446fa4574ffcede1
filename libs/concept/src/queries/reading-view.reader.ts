import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { renderReadingHtml } from './reading-html.js';

/** Renders the text of a section for reading. */
@Injectable()
export class ReadingViewReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
  ) {}

  /** Safe HTML of the text as it is now, goals and measures included. Whoever calls it has asked the access policy. */
  async render(documentId: string): Promise<string> {
    return renderReadingHtml(await this.documents.readTree(this.database.client, documentId));
  }
}
