import { Inject, Injectable } from '@nestjs/common';
import { applyFileImportJob } from '@konzeptwerkstatt/contracts';
import type { FileImportJobData, JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { MAX_IMPORT_ATTEMPTS } from './file-import.js';
import { FileImportRegistry } from './file-import.registry.js';

/** Takes over what was decided of an import, as its kind does. */
@Injectable()
export class ApplyFileImportProcessor implements JobProcessor<FileImportJobData> {
  readonly job = applyFileImportJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(FileImportRegistry) private readonly kinds: FileImportRegistry,
  ) {}

  async process({ kind: name, importId }: FileImportJobData, signal: AbortSignal): Promise<void> {
    const [{ client }, kind] = [this.database, this.kinds.get(name)];
    const begun = await kind.imports.begin(client, importId, 'applying');
    if (begun === null) return;
    if (begun.attempts > MAX_IMPORT_ATTEMPTS) return kind.imports.fail(client, { ...begun, step: 'applying' }, 'broke_off');
    try {
      await kind.apply(begun, signal);
    } catch (error) {
      const problem = kind.problemOf(error);
      if (problem === null) throw error;
      await kind.imports.fail(client, { ...begun, step: 'applying' }, problem);
    }
  }
}
