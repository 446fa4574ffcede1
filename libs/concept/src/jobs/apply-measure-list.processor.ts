import { Injectable } from '@nestjs/common';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import { applyMeasureListJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { WriteMeasureListCommand } from '../commands/write-measure-list.command.js';
import type { ListProblem } from '../domain/measure-list.js';
import { MAX_IMPORT_ATTEMPTS } from '../domain/measure-table-import.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';

type Data = { readonly importId: string };

/** Writes the measures of a list. One transaction: a worker that is killed has written nothing, and the next one begins anew. */
@Injectable()
export class ApplyMeasureListProcessor implements JobProcessor<Data> {
  readonly job = applyMeasureListJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly list: WriteMeasureListCommand,
    private readonly imports: MeasureListImportRepository,
  ) {}

  async process({ importId }: Data): Promise<void> {
    const { client } = this.database;
    const begun = await this.imports.begin(client, importId, 'applying');
    if (begun === null) return;
    if (begun.attempts > MAX_IMPORT_ATTEMPTS) return this.imports.fail(client, importId, 'broke_off');
    try {
      await this.list.write(begun);
    } catch (error) {
      const problem = problemOf(error);
      if (problem === null) throw error;
      await this.imports.fail(client, importId, problem);
    }
  }
}

/** What does not get better by trying again; null for everything else. */
function problemOf(error: unknown): ListProblem | null {
  if (error instanceof ValidationError) return error.details.some(({ code }) => code === 'EDITION_FROZEN') ? 'frozen' : 'broke_off';
  return error instanceof ApplicationError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND') ? 'not_allowed' : null;
}
