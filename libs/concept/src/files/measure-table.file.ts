import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { FileRegistry } from '@konzeptwerkstatt/platform-graphql';
import type { FileProvider, ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { parseMeasureTableId } from '../queries/measure-table-id.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { csvStream } from './measure-table.csv.js';
import { MeasureTableRows } from './measure-table.rows.js';

/** The measure table of an edition as CSV at a fixed address, for spreadsheets and for programs. */
@Injectable()
export class MeasureTableFile implements FileProvider, OnModuleInit {
  constructor(
    private readonly visible: VisibleEditionsReader,
    private readonly rows: MeasureTableRows,
    private readonly files: FileRegistry,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
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
    const content = csvStream({ table: asked.table, language: edition.language, ownWords: await this.identity.ownWords(edition.municipalityId) }, this.rows.read(edition, { sectionId: null, organisationId: null }));
    return { name: `massnahmen-${edition.year}.${asked.table === 'german' ? '' : 'maschinenlesbar.'}csv`, mediaType: 'text/csv; charset=utf-8', content };
  }
}
