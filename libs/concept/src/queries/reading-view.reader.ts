import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { DocumentLogRepository } from '../persistence/document-log.repository.js';
import { renderReadingHtml } from './reading-html.js';

/** Renders the text of a section for reading. */
@Injectable()
export class ReadingViewReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly log: DocumentLogRepository,
  ) {}

  /** Safe HTML of the text as it is now, goals and measures included. Whoever calls it has asked the access policy. */
  async render(documentId: string): Promise<string> {
    return renderReadingHtml(await this.log.readTree(this.database.client, documentId));
  }
}
