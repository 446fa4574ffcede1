import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { buildBlocks, germanWords, numberObjects, outlineObjects } from '@konzeptwerkstatt/document-model';
import type { DocumentText } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { SectionPlace } from '../domain/section-place.js';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import { ConceptNumbersReader } from './concept-numbers.reader.js';
import { renderReadingHtml } from './reading-html.js';
import { TextNamesReader } from './text-names.reader.js';

/** Renders texts for reading. Whoever calls it has asked the access policy. */
@Injectable()
export class ReadingViewReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    private readonly numbers: ConceptNumbersReader,
    private readonly names: TextNamesReader,
    private readonly adopted: AdoptedEditionRepository,
  ) {}

  /** Safe HTML of a section's text, goals and measures with their numbers and fields included: as it is now, or as it was adopted. */
  async render({ editionId, sectionId, municipalityId, documentId, isFrozen }: SectionPlace): Promise<string> {
    const adopted = isFrozen ? await this.adopted.find(this.database.client, editionId) : null;
    const kept = adopted?.content.document.sections.find((section) => section.sectionId === sectionId);
    if (kept !== undefined) return renderReadingHtml(kept.blocks);
    const [text, numbers] = await Promise.all([this.documents.readText(this.database.client, documentId), this.numbers.findByEdition(editionId)]);
    const number = numbers.get(sectionId);
    return this.html(municipalityId, text, number === undefined ? new Map() : numberObjects(number, outlineObjects(text)));
  }

  /** Safe HTML of a text that stands on its own, such as an earlier version: nothing in it is numbered. */
  renderUnnumbered(municipalityId: string, text: DocumentText): Promise<string> {
    return this.html(municipalityId, text, new Map());
  }

  private async html(municipalityId: string, text: DocumentText, numbers: ReadonlyMap<string, string>): Promise<string> {
    return renderReadingHtml(buildBlocks(text, { words: germanWords, nameOf: await this.names.find(municipalityId, [text]), numbers }));
  }
}
