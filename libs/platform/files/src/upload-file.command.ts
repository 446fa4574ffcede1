import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError, notFound, type Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FilePurposeRegistry } from './file-purpose.registry.js';
import { FileStore } from './file-store.js';
import type { FilePurpose, StoredFile } from './stored-file.js';

/** Takes in an uploaded file; it is loose until a command keeps it. */
@Injectable()
export class UploadFileCommand {
  constructor(
    @Inject(FileStore) private readonly store: FileStore,
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
  ) {}

  /** Whether the actor may upload for a purpose, asked before the body is read. @throws ApplicationError UNAUTHENTICATED, NOT_FOUND, FORBIDDEN */
  async prepare(actor: Actor | null, purposeName: string): Promise<FilePurpose> {
    if (!actor) throw new ApplicationError('UNAUTHENTICATED', 'Bitte melden Sie sich an.');
    const purpose = this.purposes.find(purposeName);
    if (!purpose) throw notFound();
    if (!(await purpose.mayUpload(actor))) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    return purpose;
  }

  /** @throws ValidationError as FileStore.refine and FileStore.store */
  async execute(actor: Actor, upload: { readonly purpose: string; readonly name: string; readonly content: Buffer }): Promise<StoredFile> {
    const { municipalityId, personId } = actor;
    if (municipalityId === null || personId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    const content = await this.store.refine(upload.purpose, upload.content);
    return this.database.runInTransaction((tx) => this.store.store(tx, { ...upload, content, municipalityId, uploadedBy: personId, keptBy: null }));
  }
}
