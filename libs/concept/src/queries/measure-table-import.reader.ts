import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentLanguage } from '@konzeptwerkstatt/document-model';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { SectionAccess } from '../commands/section-access.js';
import { compareSheet } from '../domain/measure-sheet.comparison.js';
import type { ComparedRow, CurrentMeasure } from '../domain/measure-sheet.comparison.js';
import { sheetValues } from '../domain/measure-sheet.fields.js';
import type { MeasureTableImport } from '../domain/measure-table-import.js';
import { MeasureTableImportRepository } from '../persistence/measure-table-import.repository.js';
import { MeasureReader } from './measure.reader.js';
import { SectionReader } from './section.reader.js';
import { BroughtImportReader } from './brought-import.reader.js';

const everything = { offset: 0, limit: 10_000 };

/** Reads imports as their owner may see them, and compares them with the concept as it is now. */
@Injectable()
export class MeasureTableImportReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: MeasureTableImportRepository,
    private readonly brought: BroughtImportReader,
    private readonly access: SectionAccess,
    private readonly measures: MeasureReader,
    private readonly sections: SectionReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** One's own import into an edition one may still read; null otherwise. */
  find(actor: Actor | null, id: string): Promise<MeasureTableImport | null> {
    return this.brought.find(actor, this.imports, id);
  }

  /** Row by row, what of the sheet differs from what went out and from what is here now; empty while it is not read. */
  async compare(actor: Actor, { municipalityId, editionId, rows }: MeasureTableImport): Promise<ComparedRow[]> {
    if (rows === null) return [];
    const [language, measures, sections, organisations, removed] = await Promise.all([
      this.languageOf(municipalityId, editionId),
      this.measures.findByEdition({ municipalityId, editionId }, {}, null, everything),
      this.sections.findByEditions([editionId], everything),
      this.identity.organisations(municipalityId),
      this.removedMeasures(municipalityId, editionId),
    ]);
    const mayWrite = new Map(await Promise.all(sections.map(async (section) => [section.sectionId, await this.access.mayWrite(actor, section)] as const)));
    const current = new Map(measures.map((measure): [string, CurrentMeasure] => [measure.id, { values: sheetValues(measure), mayEdit: mayWrite.get(measure.sectionId) === true }]));
    return compareSheet(rows, { current, removed, organisations, language });
  }

  private async languageOf(municipalityId: string, id: string): Promise<DocumentLanguage> {
    return (await this.database.client.edition.findFirstOrThrow({ where: { municipalityId, id }, select: { language: true } })).language;
  }

  private async removedMeasures(municipalityId: string, editionId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.client.$queryRaw<{ id: string }[]>`
      SELECT m.id::text FROM measures m JOIN sections s ON s.id = m.section_id
      WHERE m.municipality_id = ${municipalityId}::uuid AND m.edition_id = ${editionId}::uuid AND (m.removed_at IS NOT NULL OR s.removed_at IS NOT NULL)`;
    return new Set(rows.map(({ id }) => id));
  }
}
