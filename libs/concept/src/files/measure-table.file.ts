import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { FileRegistry } from '@konzeptwerkstatt/platform-graphql';
import type { FileProvider, ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { INDICATOR_DIRECTORY } from '../concept.ports.js';
import type { IndicatorDirectory } from '../concept.ports.js';
import type { EditionRecord } from '../queries/edition.reader.js';
import { GoalReader } from '../queries/goal.reader.js';
import { MeasureReader } from '../queries/measure.reader.js';
import type { MeasureRecord } from '../queries/measure.record.js';
import { parseMeasureTableId } from '../queries/measure-table-id.js';
import { SectionReader } from '../queries/section.reader.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { csvForms, measureCells } from './measure-table.csv.js';

/** Measures are read in portions of so many, so that a large table is never in memory as a whole. */
const portion = 500;

/** The measure table of an edition as CSV, for spreadsheets and for programs. */
@Injectable()
export class MeasureTableFile implements FileProvider, OnModuleInit {
  constructor(
    private readonly visible: VisibleEditionsReader,
    private readonly measures: MeasureReader,
    private readonly sections: SectionReader,
    private readonly goals: GoalReader,
    private readonly identity: IdentityReader,
    @Inject(INDICATOR_DIRECTORY) private readonly indicators: IndicatorDirectory,
    private readonly files: FileRegistry,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return parseMeasureTableId(id) !== null;
  }

  async open(id: string, actor: Actor | null): Promise<ServedFile | null> {
    const asked = parseMeasureTableId(id);
    const edition = asked === null ? null : await this.visible.findEdition(actor, asked.editionId);
    if (asked === null || edition === null) return null;
    const { delimiter, bom, columns } = csvForms[asked.table];
    const rows = Readable.from(this.rows(edition, asked.table));
    const csv = stringify({ delimiter, bom, header: true, columns: [...columns], record_delimiter: 'windows' });
    // A failed read must end the download visibly, not look like a short table.
    const content = pipeline(rows, csv, () => undefined);
    return { name: `massnahmen-${edition.year}.${asked.table === 'german' ? '' : 'maschinenlesbar.'}csv`, mediaType: 'text/csv; charset=utf-8', content };
  }

  private async *rows(edition: EditionRecord, table: 'german' | 'machine'): AsyncGenerator<string[]> {
    const sectionTitles = new Map((await this.sections.findByEditions([edition.editionId], { offset: 0, limit: 10_000 })).map(({ sectionId, title }) => [sectionId, title]));
    const numbers = new Map<string, number>();
    for (let offset = 0; ; offset += portion) {
      const measures = await this.measures.findByEdition(edition, {}, null, { offset, limit: portion });
      const names = await this.names(edition.municipalityId, measures);
      for (const measure of measures) {
        const number = (numbers.get(measure.sectionId) ?? 0) + 1;
        numbers.set(measure.sectionId, number);
        yield measureCells(table, { measure, sectionTitle: sectionTitles.get(measure.sectionId) ?? '', number, nameOf: (id) => names.get(id) ?? null });
      }
      if (measures.length < portion) return;
    }
  }

  private async names(municipalityId: string, measures: readonly MeasureRecord[]): Promise<ReadonlyMap<string, string>> {
    const unique = (idsOf: (measure: MeasureRecord) => readonly string[]): string[] => [...new Set(measures.flatMap(idsOf))];
    const organisations = unique(({ leadOrganisationId, partnerIds }) => [...(leadOrganisationId === null ? [] : [leadOrganisationId]), ...partnerIds]);
    const [organisationRows, goalRows, indicatorNames] = await Promise.all([
      this.identity.organisationsByIds(municipalityId, organisations),
      this.goals.findByIds(unique(({ goalIds }) => goalIds)),
      this.indicators.names(municipalityId, unique(({ indicatorIds }) => indicatorIds)),
    ]);
    return new Map([...organisationRows.map(({ id, name }) => [id, name] as const), ...goalRows.map(({ id, title }) => [id, title] as const), ...indicatorNames]);
  }
}
