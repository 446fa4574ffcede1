import { Inject, Injectable } from '@nestjs/common';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { buildBlocks, directionOfLanguage, documentWords, numberObjects, outlineObjects } from '@konzeptwerkstatt/document-model';
import type { DocumentText, PartiesInDocument } from '@konzeptwerkstatt/document-model';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { SectionPlace } from '../domain/section-place.js';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import { ConceptNumbersReader } from './concept-numbers.reader.js';
import { MeasurePartyReader } from './measure-party.reader.js';
import { renderReadingHtml } from './reading-html.js';
import { TextNamesReader } from './text-names.reader.js';

/** Whose text it is, and in which language its labels are. */
export type ReadPlace = Pick<SectionPlace, 'municipalityId' | 'language'>;

/** Renders texts for reading. Whoever calls it has asked the access policy. */
@Injectable()
export class ReadingViewReader {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    private readonly numbers: ConceptNumbersReader,
    private readonly names: TextNamesReader,
    private readonly adopted: AdoptedEditionRepository,
    private readonly parties: MeasurePartyReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** Safe HTML of a section's text, goals and measures with their numbers and fields included: as it is now, or as it was adopted. */
  async render(place: SectionPlace): Promise<string> {
    const { editionId, sectionId, municipalityId, documentId, isFrozen } = place;
    const adopted = isFrozen ? await this.adopted.find(this.database.client, editionId) : null;
    const kept = adopted?.content.document.sections.find((section) => section.sectionId === sectionId);
    if (kept !== undefined) return renderReadingHtml(kept.blocks, adopted?.content.document.direction);
    const [text, numbers, parties] = await Promise.all([
      this.documents.readText(this.database.client, documentId), this.numbers.findByEdition(editionId), this.parties.inDocument(this.database.client, { municipalityId, editionId }, isFrozen),
    ]);
    const number = numbers.get(sectionId);
    return this.html(place, text, { numbers: number === undefined ? new Map() : numberObjects(number, outlineObjects(text)), parties });
  }

  /** Safe HTML of a text that stands on its own, such as an earlier version: nothing in it is numbered, and organisations are named without what they said since. */
  renderUnnumbered(place: ReadPlace, text: DocumentText): Promise<string> {
    return this.html(place, text, { numbers: new Map() });
  }

  private async html({ municipalityId, language }: ReadPlace, text: DocumentText, more: { readonly numbers: ReadonlyMap<string, string>; readonly parties?: PartiesInDocument }): Promise<string> {
    const [names, ownWords] = await Promise.all([this.names.find(municipalityId, [text], language), this.identity.ownWords(municipalityId)]);
    return renderReadingHtml(buildBlocks(text, { words: documentWords(language, ownWords), ...names, ...more }), directionOfLanguage(language));
  }
}
