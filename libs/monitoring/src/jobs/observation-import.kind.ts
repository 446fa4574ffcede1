import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileImportRegistry, isNamedOtherwise, isNotAllowed, SheetFileReading } from '@konzeptwerkstatt/platform-files';
import type { FileImportKind } from '@konzeptwerkstatt/platform-files';
import { WriteObservationImportCommand } from '../commands/observation-import/write-observation-import.command.js';
import { OBSERVATION_IMPORT, STATISTICS_FILE_PURPOSE } from '../domain/observation-import.js';
import type { ObservationImport, ObservationImportProblem } from '../domain/observation-import.js';
import { recognise } from '../domain/statistics-file/recognise.js';
import { STATISTICS_LIMITS } from '../domain/statistics-file/statistics-sheet.js';
import { ObservationImportRepository } from '../persistence/observation-import.repository.js';
import { ObservationImportReader } from '../queries/observation-import.reader.js';

/** A statistics file: read with a guess of what it is and what its columns mean, written in one transaction, so that a worker that is killed has written nothing and the next one begins anew. */
@Injectable()
export class ObservationImportKind implements FileImportKind<ObservationImport, ObservationImportProblem>, OnModuleInit {
  readonly name = OBSERVATION_IMPORT;
  readonly purpose = STATISTICS_FILE_PURPOSE;
  readonly quietMs = 45_000;

  constructor(
    private readonly kinds: FileImportRegistry,
    private readonly database: PrismaDatabase,
    private readonly sheets: SheetFileReading,
    private readonly reader: ObservationImportReader,
    private readonly writing: WriteObservationImportCommand,
    readonly imports: ObservationImportRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async read({ id, municipalityId, fileName }: ObservationImport, content: Buffer): Promise<ObservationImportProblem | null> {
    const { client } = this.database;
    if (isNamedOtherwise(fileName, content)) return 'named_otherwise';
    const read = await this.sheets.read(content, STATISTICS_LIMITS);
    if ('problem' in read) return read.problem;
    if (read.hasMacros) return 'macros';
    await this.imports.noteSheets(client, id, read, recognise(read.sheets, fileName, await this.reader.forGuess(client, municipalityId)));
    return null;
  }

  apply(begun: ObservationImport): Promise<void> {
    return this.writing.write(begun);
  }

  problemOf(error: unknown): ObservationImportProblem | null {
    return isNotAllowed(error) ? 'not_allowed' : null;
  }
}
