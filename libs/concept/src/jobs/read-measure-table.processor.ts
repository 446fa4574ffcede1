import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { readMeasureTableJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { MAX_IMPORT_ATTEMPTS } from '../domain/measure-table-import.js';
import { MeasureSheetPool } from '../files/measure-sheet.pool.js';
import { MeasureTableImportRepository } from '../persistence/measure-table-import.repository.js';

type Data = { readonly importId: string };

/** Reads the rows of a spreadsheet that came back. */
@Injectable()
export class ReadMeasureTableProcessor implements JobProcessor<Data> {
  readonly job = readMeasureTableJob;

  constructor(
    private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly sheets: MeasureSheetPool,
    private readonly imports: MeasureTableImportRepository,
  ) {}

  async process({ importId }: Data): Promise<void> {
    const { client } = this.database;
    const begun = await this.imports.begin(client, importId, 'waiting');
    if (begun === null) return;
    if (begun.attempts > MAX_IMPORT_ATTEMPTS) return this.imports.fail(client, importId, 'not_readable');
    const file = await this.files.find(begun.fileId);
    if (file === null) return this.imports.fail(client, importId, 'not_readable');
    const reading = await this.sheets.read(await buffer(this.files.read(file)));
    if ('problem' in reading) return this.imports.fail(client, importId, reading.problem);
    await this.imports.noteRows(client, importId, reading.rows);
  }
}
