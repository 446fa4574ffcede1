import { Injectable } from '@nestjs/common';
import { ApplicationError, ValidationError } from '@konzeptwerkstatt/kernel';
import { applyWordImportJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { ImportSectionsCommand } from '../commands/import-sections.command.js';
import { MAX_WORD_ATTEMPTS } from '../domain/word-import.js';
import type { WordImportProblem } from '../domain/word-import.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';

/** What a refusal of the edition or the file store is called here. */
const problems: Readonly<Record<string, WordImportProblem>> = { EDITION_FROZEN: 'edition_frozen', FILE_QUOTA_EXCEEDED: 'no_space' };

type Data = { readonly importId: string };

/** Writes the chosen sections of a Word document. What ends its worker half-way leaves nothing behind, and is begun anew. */
@Injectable()
export class ApplyWordImportProcessor implements JobProcessor<Data> {
  readonly job = applyWordImportJob;

  constructor(
    private readonly database: PrismaDatabase,
    private readonly sections: ImportSectionsCommand,
    private readonly imports: WordImportRepository,
  ) {}

  async process({ importId }: Data): Promise<void> {
    const { client } = this.database;
    const begun = await this.imports.begin(client, importId, 'applying');
    if (begun === null) return;
    if (begun.attempts > MAX_WORD_ATTEMPTS) return this.imports.fail(client, importId, 'broke_off');
    try {
      await this.sections.run(begun);
    } catch (error) {
      // Adopted meanwhile, or the right was withdrawn; what is away for a while is tried again.
      if (error instanceof ValidationError) return this.imports.fail(client, importId, problems[error.details[0]?.code ?? ''] ?? 'broke_off');
      if (error instanceof ApplicationError && (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN')) return this.imports.fail(client, importId, 'not_allowed');
      throw error;
    }
  }
}
