import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { EditionPart } from '../queries/edition-texts.reader.js';
import type { EditionRecord } from '../queries/edition.reader.js';
import { SectionReader } from '../queries/section.reader.js';
import { measureSheetWords, saidIn } from '../domain/measure-sheet.words.js';
import { writeMeasureSheet } from './measure-sheet.writer.js';
import { csvStream } from './measure-table.csv.js';
import { MeasureTableRows } from './measure-table.rows.js';
import type { MeasureTableRow } from './measure-table.rows.js';

/** A finished table. */
export interface WrittenTable {
  readonly content: Buffer;
  /** What of the edition it holds, in words; null: all of it. */
  readonly part: string | null;
  /** What its rows are called. */
  readonly rows: string;
}

/** Writes the measure table of an edition, or of a part of it, as a file. Whoever calls it has asked the access policy. */
@Injectable()
export class MeasureTableWriter {
  constructor(
    private readonly rows: MeasureTableRows,
    private readonly sections: SectionReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** In the language of the edition. @param form `csv` for German spreadsheets, `xlsx` to be changed and read in again */
  async write(edition: EditionRecord, part: EditionPart, form: 'csv' | 'xlsx'): Promise<WrittenTable> {
    const [name, ownWords] = await Promise.all([this.nameOf(edition, part), this.identity.ownWords(edition.municipalityId)]);
    const wording = { language: edition.language, ownWords };
    const called = saidIn(wording)(measureSheetWords[edition.language].measures);
    if (form === 'csv') return { content: await buffer(csvStream({ table: 'german', ...wording }, this.rows.read(edition, part))), part: name, rows: called };
    const rows: MeasureTableRow[] = [];
    for await (const row of this.rows.read(edition, part)) rows.push(row);
    return { content: await writeMeasureSheet(rows, wording), part: name, rows: called };
  }

  private async nameOf({ municipalityId }: EditionRecord, { sectionId, organisationId }: EditionPart): Promise<string | null> {
    const [section] = sectionId === null ? [] : await this.sections.findByIds([sectionId]);
    const [organisation] = organisationId === null ? [] : await this.identity.organisationsByIds(municipalityId, [organisationId]);
    return organisation?.name ?? section?.title ?? null;
  }
}
