import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { readWordDocumentJob } from '@konzeptwerkstatt/contracts';
import type { JobProcessor } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { MAX_WORD_ATTEMPTS } from '../domain/word-import.js';
import type { WordImport } from '../domain/word-import.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { WordImportRepository } from '../persistence/word-import.repository.js';
import { WordDocumentPool } from '../word/word-document.pool.js';

type Data = { readonly importId: string };

/** Reads a Word document that is to become sections, or brings corrections. */
@Injectable()
export class ReadWordDocumentProcessor implements JobProcessor<Data> {
  readonly job = readWordDocumentJob;

  constructor(
    private readonly database: PrismaDatabase,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly documents: WordDocumentPool,
    private readonly imports: WordImportRepository,
    private readonly sections: SectionRepository,
  ) {}

  async process({ importId }: Data): Promise<void> {
    const { client } = this.database;
    const begun = await this.imports.begin(client, importId, 'waiting');
    if (begun === null) return;
    if (begun.attempts > MAX_WORD_ATTEMPTS) return this.imports.fail(client, importId, 'not_readable');
    const file = await this.files.find(begun.fileId);
    if (file === null) return this.imports.fail(client, importId, 'not_readable');
    const content = await buffer(this.files.read(file));
    if (begun.kind === 'corrections') return this.readCorrections(begun, content);
    const answer = await this.documents.read(content);
    if ('problem' in answer) return this.imports.fail(client, importId, answer.problem);
    await this.imports.noteReading(client, importId, answer);
  }

  private async readCorrections({ id, municipalityId, editionId }: WordImport, content: Buffer): Promise<void> {
    const { client } = this.database;
    const answer = await this.documents.corrections(content);
    if ('problem' in answer) return this.imports.fail(client, id, answer.problem);
    // Marks of another concept are none of this one.
    const sections = new Set(await this.sections.findOrder(client, municipalityId, editionId));
    if (!answer.paragraphs.some(({ mark }) => mark?.kind === 'section' && sections.has(mark.id))) return this.imports.fail(client, id, 'no_marks');
    await this.imports.noteCorrections(client, id, answer);
  }
}
