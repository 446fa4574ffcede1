import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { readMeasureListJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { guessReading } from '../domain/measure-list.columns.js';
import { MAX_IMPORT_ATTEMPTS } from '../domain/measure-table-import.js';
import { MeasureSheetPool } from '../files/measure-sheet.pool.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';

type Data = { readonly importId: string };

/** Reads somebody's own measure list, and guesses where its heads are and what its columns mean. */
@Injectable()
export class ReadMeasureListProcessor implements JobProcessor<Data> {
  readonly job = readMeasureListJob;

  constructor(
    private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly sheets: MeasureSheetPool,
    private readonly imports: MeasureListImportRepository,
  ) {}

  async process({ importId }: Data): Promise<void> {
    const { client } = this.database;
    const begun = await this.imports.begin(client, importId, 'waiting');
    if (begun === null) return;
    const file = begun.attempts > MAX_IMPORT_ATTEMPTS ? null : await this.files.find(begun.fileId);
    if (file === null) return this.imports.fail(client, importId, 'not_readable');
    const content = await this.sheets.readList(await buffer(this.files.read(file)));
    if ('problem' in content) return this.imports.fail(client, importId, content.problem);
    const remembered = await this.imports.remembered(client, begun.municipalityId);
    await this.imports.noteSheets(client, importId, content.sheets, guessReading(content.sheets, remembered));
  }
}
