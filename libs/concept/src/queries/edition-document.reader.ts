import { Injectable } from '@nestjs/common';
import type { ConceptDocument } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { partOfAdopted } from '../domain/adopted-part.policy.js';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import type { EditionRecord } from './edition.reader.js';
import { EditionTextsReader } from './edition-texts.reader.js';
import type { EditionDocumentOptions } from './edition-texts.reader.js';

/** Reads an edition, or a part of it, as the one neutral document. Whoever calls it has asked the access policy. */
@Injectable()
export class EditionDocumentReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly texts: EditionTextsReader,
    private readonly adopted: AdoptedEditionRepository,
  ) {}

  /** An adopted edition as it was adopted, any other one as it is now. */
  async read(edition: EditionRecord, options: EditionDocumentOptions): Promise<ConceptDocument> {
    const adopted = edition.isFrozen ? await this.adopted.find(this.database.client, edition.editionId) : null;
    if (adopted === null) return this.texts.read(this.database.client, edition, options);
    const only = options.organisationId === null ? null : await this.texts.blocksOf(edition, options.organisationId);
    const part = partOfAdopted(adopted.content.document, { ...options, only });
    return { ...part, titlePage: { ...part.titlePage, excerpt: await this.texts.excerptOf(edition, options, part.sections) } };
  }
}
