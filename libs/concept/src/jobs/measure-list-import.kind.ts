import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { ValidationError } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileImportRegistry, isNotAllowed, SheetFileReading } from '@konzeptwerkstatt/platform-files';
import type { FileImportKind } from '@konzeptwerkstatt/platform-files';
import { WriteMeasureListCommand } from '../commands/write-measure-list.command.js';
import { MEASURE_LIST_IMPORT, MEASURE_LIST_PURPOSE } from '../domain/import-names.js';
import { guessReading } from '../domain/measure-list.columns.js';
import type { ListProblem, MeasureListImport } from '../domain/measure-list.js';
import { LIST_LIMITS, toListContent } from '../files/measure-list.reader.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';

/**
 * Somebody's own measure list: read with a guess where its heads are and what its columns mean, written in one transaction, so that a worker
 * that is killed has written nothing and the next one begins anew.
 */
@Injectable()
export class MeasureListImportKind implements FileImportKind<MeasureListImport, ListProblem>, OnModuleInit {
  readonly name = MEASURE_LIST_IMPORT;
  readonly purpose = MEASURE_LIST_PURPOSE;
  /** Writing the longest list takes less. */
  readonly quietMs = 30_000;

  constructor(
    private readonly kinds: FileImportRegistry,
    private readonly database: PrismaDatabase,
    private readonly sheets: SheetFileReading,
    private readonly list: WriteMeasureListCommand,
    readonly imports: MeasureListImportRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async read({ id, municipalityId }: MeasureListImport, content: Buffer): Promise<ListProblem | null> {
    const { client } = this.database;
    const answer = toListContent(await this.sheets.read(content, LIST_LIMITS));
    if ('problem' in answer) return answer.problem;
    await this.imports.noteSheets(client, id, answer.sheets, guessReading(answer.sheets, await this.imports.remembered(client, municipalityId)));
    return null;
  }

  apply(begun: MeasureListImport): Promise<void> {
    return this.list.write(begun);
  }

  problemOf(error: unknown): ListProblem | null {
    if (error instanceof ValidationError) return error.details.some(({ code }) => code === 'EDITION_FROZEN') ? 'frozen' : 'broke_off';
    return isNotAllowed(error) ? 'not_allowed' : null;
  }
}
