import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, Transaction } from '@konzeptwerkstatt/contracts';
import { buildConceptDocument, documentWords } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, DocumentWords, SectionSource, TitlePage } from '@konzeptwerkstatt/document-model';
import { municipalClock } from '@konzeptwerkstatt/kernel';
import { ConceptNumbersReader } from './concept-numbers.reader.js';
import type { EditionRecord } from './edition.reader.js';
import { MeasurePartyReader } from './measure-party.reader.js';
import { MeasureReader } from './measure.reader.js';
import { SectionReader } from './section.reader.js';
import { TextNamesReader } from './text-names.reader.js';

/** Which part of an edition. Without section and organisation all of it. */
export interface EditionPart {
  readonly sectionId: string | null;
  /** Only measures that this organisation leads or takes part in. */
  readonly organisationId: string | null;
}

/** What a document is to hold besides. */
export interface EditionDocumentOptions extends EditionPart {
  readonly hasMeasureTable: boolean;
  /** Whether words name the block they come from. */
  readonly hasBlockIds?: boolean;
  /** Told after each text: how many of how many are read. */
  readonly onProgress?: (done: number, total: number) => Promise<void>;
}

const sectionLimit = 1000;
const measureLimit = 10_000;

/** Makes the one neutral document of the texts of an edition as they are now. Whoever calls it has asked the access policy. */
@Injectable()
export class EditionTextsReader {
  constructor(
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    private readonly sections: SectionReader,
    private readonly measures: MeasureReader,
    private readonly numbers: ConceptNumbersReader,
    private readonly names: TextNamesReader,
    private readonly parties: MeasurePartyReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** The texts as they are now, one after the other, so that a large edition is no burst on the database. */
  async read(tx: Transaction, edition: EditionRecord, options: EditionDocumentOptions): Promise<ConceptDocument> {
    const { sectionId, organisationId, hasMeasureTable, hasBlockIds = false, onProgress } = options;
    const numbers = await this.numbers.findByEdition(edition.editionId, tx);
    const all = await this.sections.findByEditions([edition.editionId], { offset: 0, limit: sectionLimit });
    const wanted = all.filter((section) => sectionId === null || section.sectionId === sectionId);
    const sections: SectionSource[] = [];
    for (const section of wanted) {
      const text = await this.documents.readText(tx, section.documentId);
      sections.push({ sectionId: section.sectionId, number: numbers.get(section.sectionId) ?? '', title: section.title, sourceNote: section.sourceNote, text });
      await onProgress?.(sections.length, wanted.length);
    }
    const parties = await this.parties.inDocument(tx, edition, edition.frozenAt !== null);
    const [names, titlePage, only] = await Promise.all([
      this.names.find(edition.municipalityId, sections.map(({ text }) => text), edition.language),
      this.titlePage(edition, options, sections),
      organisationId === null ? null : this.blocksOf(edition, organisationId),
    ]);
    return buildConceptDocument({ titlePage, sections, ...names, parties, words: await this.wordsOf(edition), hasMeasureTable, only, hasBlockIds });
  }

  /** The blocks of the measures that an organisation leads or takes part in. */
  async blocksOf(edition: EditionRecord, organisationId: string): Promise<ReadonlySet<string>> {
    const measures = await this.measures.findByEdition(edition, { organisationIds: [organisationId] }, null, { offset: 0, limit: measureLimit });
    return new Set(measures.map(({ blockId }) => blockId));
  }

  /** What of the whole it is, in words. */
  async excerptOf(edition: EditionRecord, { sectionId, organisationId }: EditionPart, sections: readonly { readonly number: string; readonly title: string }[]): Promise<string | null> {
    const [organisation] = organisationId === null ? [] : await this.identity.organisationsByIds(edition.municipalityId, [organisationId]);
    const [section] = sectionId === null ? [] : sections;
    const { titlePage: words } = await this.wordsOf(edition);
    return organisation !== undefined ? words.measuresOf(organisation.name) : section !== undefined ? words.excerpt(`${section.number} ${section.title}`) : null;
  }

  /** Those of the edition's language, as the municipality says them. */
  private async wordsOf({ language, municipalityId }: EditionRecord): Promise<DocumentWords> {
    return documentWords(language, await this.identity.ownWords(municipalityId));
  }

  private async titlePage(edition: EditionRecord, part: EditionPart, sections: readonly SectionSource[]): Promise<TitlePage> {
    const [municipality] = await this.identity.municipalitiesByIds([edition.municipalityId]);
    const excerpt = await this.excerptOf(edition, part, sections);
    const { titlePage: words, day } = documentWords(edition.language);
    const inWords = (instant: Date): string => day(municipalClock(instant).day);
    return {
      title: edition.title, year: edition.year, municipality: municipality?.name ?? '', excerpt,
      state: edition.frozenAt === null ? words.draft(inWords(new Date())) : words.adopted(inWords(edition.frozenAt)),
      notes: [...(edition.isExample ? [words.example] : []), ...(edition.sourceNote === null ? [] : [edition.sourceNote])],
    };
  }
}
