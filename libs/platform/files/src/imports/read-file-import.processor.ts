import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { readFileImportJob } from '@konzeptwerkstatt/contracts';
import type { FileImportJobData, JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '../file-store.js';
import { MAX_IMPORT_ATTEMPTS } from './file-import.js';
import { FileImportRegistry } from './file-import.registry.js';

/** Reads a file that was brought, as its kind reads it. */
@Injectable()
export class ReadFileImportProcessor implements JobProcessor<FileImportJobData> {
  readonly job = readFileImportJob;

  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    @Inject(FileImportRegistry) private readonly kinds: FileImportRegistry,
  ) {}

  async process({ kind: name, importId }: FileImportJobData): Promise<void> {
    const [{ client }, kind] = [this.database, this.kinds.get(name)];
    const begun = await kind.imports.begin(client, importId, 'waiting');
    if (begun === null) return;
    if (begun.attempts > MAX_IMPORT_ATTEMPTS) return kind.imports.fail(client, { ...begun, step: 'waiting' }, 'broke_off');
    const file = await this.files.find(begun.fileId);
    const problem = file === null ? 'not_readable' : await kind.read(begun, await buffer(this.files.read(file)));
    if (problem !== null) await kind.imports.fail(client, { ...begun, step: 'waiting' }, problem);
  }
}
