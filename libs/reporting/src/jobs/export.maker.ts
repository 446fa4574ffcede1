import { Inject, Injectable } from '@nestjs/common';
import { EditionDocumentReader, MeasureTableWriter, PictureReader } from '@konzeptwerkstatt/concept';
import type { EditionRecord } from '@konzeptwerkstatt/concept';
import { documentWords, pictureFilesIn, placeNotes } from '@konzeptwerkstatt/document-model';
import type { ConceptDocument, NotedPart } from '@konzeptwerkstatt/document-model';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { actorOf, exportFileName } from '../domain/document-export.js';
import type { DocumentExport } from '../domain/document-export.js';
import { DocumentExportRepository } from '../persistence/document-export.repository.js';
import { ContributionNotesReader } from '../queries/contribution-notes.reader.js';
import { DocumentRenderer } from '../rendering/document-renderer.js';

export interface MadeFile {
  readonly name: string;
  /** Pictures of the text that are not in it. */
  readonly missingPictureCount: number;
  /** Characters of the text that are not in it. */
  readonly unshownCharacters: readonly string[];
  readonly content: Buffer;
}

/** How far an export is when all texts are read, and when the file is about to be stored; percent. */
const [READ, RENDERED] = [60, 90];

/** Reads what is wanted and turns it into a file of the wanted form. Rights are the caller's question. */
@Injectable()
export class ExportMaker {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DocumentExportRepository) private readonly exports: DocumentExportRepository,
    @Inject(EditionDocumentReader) private readonly documents: EditionDocumentReader,
    @Inject(PictureReader) private readonly pictures: PictureReader,
    @Inject(MeasureTableWriter) private readonly tables: MeasureTableWriter,
    @Inject(DocumentRenderer) private readonly renderer: DocumentRenderer,
    @Inject(ContributionNotesReader) private readonly contributions: ContributionNotesReader,
  ) {}

  async make(wanted: DocumentExport, edition: EditionRecord, signal: AbortSignal): Promise<MadeFile> {
    const { form, sectionId, organisationId } = wanted;
    if (form === 'csv' || form === 'xlsx') {
      const { content, part, rows } = await this.tables.write(edition, { sectionId, organisationId }, form);
      await this.note(wanted, RENDERED);
      return { name: exportFileName(edition.title, part, wanted, rows), content, missingPictureCount: 0, unshownCharacters: [] };
    }
    const onProgress = (done: number, total: number): Promise<void> => this.note(wanted, Math.round((done / total) * READ));
    // What is adopted takes no corrections.
    const hasMarks = form === 'docx' && !edition.isFrozen;
    const read = await this.documents.read(edition, { sectionId, organisationId, hasMeasureTable: wanted.hasMeasureTable, hasBlockIds: hasMarks || wanted.hasContributions, onProgress });
    const document = wanted.hasContributions ? await this.withContributions(read, wanted, edition) : read;
    const wantedPictures = document.sections.flatMap(({ blocks }) => pictureFilesIn(blocks));
    const [pictures, logo] = await Promise.all([this.pictures.read(edition, wantedPictures), this.pictures.readLogo(edition.municipalityId)]);
    const answer = await this.renderer.render({ format: form, document, pictures, logo, hasLineNumbers: wanted.hasLineNumbers, hasMarks, madeAt: Date.now() }, signal);
    await this.note(wanted, RENDERED);
    return { name: exportFileName(edition.title, document.titlePage.excerpt, wanted), content: Buffer.from(answer.file), missingPictureCount: wantedPictures.filter((id) => !pictures.has(id) || answer.brokenPictures.includes(id)).length, unshownCharacters: answer.unshownCharacters };
  }

  /** With what the person who asked may see now, whatever she could see when she asked. */
  private async withContributions(document: ConceptDocument, wanted: DocumentExport, edition: EditionRecord): Promise<ConceptDocument> {
    const { notes, left } = await this.contributions.read(actorOf(wanted), edition);
    const part: NotedPart = wanted.organisationId !== null ? 'objects' : wanted.sectionId !== null ? 'section' : 'whole';
    return placeNotes(document, notes, documentWords(document.language), { part, left });
  }

  private note({ id }: DocumentExport, progress: number): Promise<void> {
    return this.exports.noteProgress(this.database.client, id, progress);
  }
}
