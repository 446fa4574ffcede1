import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { readWordDocumentJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { MAX_WORD_ATTEMPTS } from '../domain/word-import.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { WordDocumentPool } from '../word/word-document.pool.js';

type Data = { readonly importId: string };

/** Reads a Word document that is to become sections. */
@Injectable()
export class ReadWordDocumentProcessor implements JobProcessor<Data> {
  readonly job = readWordDocumentJob;

  constructor(
    private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly documents: WordDocumentPool,
    private readonly imports: WordImportRepository,
  ) {}

  async process({ importId }: Data): Promise<void> {
    const { client } = this.database;
    const begun = await this.imports.begin(client, importId, 'waiting');
    if (begun === null) return;
    if (begun.attempts > MAX_WORD_ATTEMPTS) return this.imports.fail(client, importId, 'not_readable');
    const file = await this.files.find(begun.fileId);
    if (file === null) return this.imports.fail(client, importId, 'not_readable');
    const answer = await this.documents.read(await buffer(this.files.read(file)));
    if ('problem' in answer) return this.imports.fail(client, importId, answer.problem);
    await this.imports.noteReading(client, importId, answer);
  }
}
