import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Cell } from 'write-excel-file/node';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { harmlessText } from '@konzeptwerkstatt/concept';
import { FileRegistry } from '@konzeptwerkstatt/platform-graphql';
import type { FileProvider, ServedFile } from '@konzeptwerkstatt/platform-graphql';
import { FiguresReader } from '../queries/figures.reader.js';
import { figureSheets } from './figures.layout.js';
import type { Sheet } from './figures.layout.js';

const form = /^beteiligung-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:(arten|felder|monate)\.csv|(xlsx))$/;

/** As a spreadsheet in Germany opens it: semicolons, and no text that it would take for a formula. */
function csvOf({ heads, rows }: Sheet): string {
  return stringify([heads, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? harmlessText(cell) : cell))), { delimiter: ';', bom: true, record_delimiter: 'windows' });
}

const head = (value: string): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#E8ECF2', wrap: true, alignVertical: 'top' });
const cell = (value: string | number | null): Cell => (value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true, alignVertical: 'top' });

/** Who takes part, as tables for spreadsheets at fixed addresses. */
@Injectable()
export class FiguresFile implements FileProvider, OnModuleInit {
  constructor(
    @Inject(FiguresReader) private readonly figures: FiguresReader,
    @Inject(FileRegistry) private readonly files: FileRegistry,
  ) {}

  onModuleInit(): void {
    this.files.register(this);
  }

  matches(id: string): boolean {
    return form.test(id);
  }

  async open(id: string, actor: Actor | null): Promise<ServedFile | null> {
    const [, editionId = '', table] = form.exec(id) ?? [];
    const found = await this.figures.find(actor, editionId);
    if (found === null) return null;
    const sheets = figureSheets(found);
    if (table !== undefined) return { name: `beteiligung-${table}.csv`, mediaType: 'text/csv; charset=utf-8', content: Readable.from([csvOf(sheets[table as keyof typeof sheets])]) };
    // A large library that only workbooks need: read in for the first of them.
    const { default: writeXlsxFile } = await import('write-excel-file/node');
    const book = await writeXlsxFile(Object.values(sheets).map(({ title, heads, rows }) => ({ sheet: title, data: [heads.map(head), ...rows.map((row) => row.map(cell))], columns: heads.map((_, index) => ({ width: index === 0 ? 44 : 18 })), stickyRowsCount: 1 }))).toBuffer();
    return { name: 'beteiligung.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', content: Readable.from([book]) };
  }
}
