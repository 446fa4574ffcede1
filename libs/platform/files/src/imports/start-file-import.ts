import { Inject, Injectable } from '@nestjs/common';
import { newRandomId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { readFileImportJob } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { FileStore } from '../file-store.js';
import { keptByImport } from './file-import.js';
import type { FileImport, FileImportKind, NewFileImport } from './file-import.js';
import type { FileImportRepository } from './file-import.repository.js';

/** An import that begins: whose it is, its file, and what its kind wants to know beyond. */
export interface StartedImport<More> {
  readonly actor: Pick<Actor, 'organisationId'> & { readonly personId: string };
  readonly municipalityId: string;
  readonly fileId: string;
  readonly more: More;
}

/** A kind whose imports can be stored with what they need beyond every import. */
type StorableKind<More> = Pick<FileImportKind, 'name' | 'purpose'> & { readonly imports: Pick<FileImportRepository<FileImport, string, NewFileImport & More>, 'insert'> };

/** Begins imports. Whether somebody may is asked by the context before. */
@Injectable()
export class FileImportStart {
  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  /** Keeps the uploaded file, stores the import and has it read after the commit. @returns its id; null when the file is not there, or not hers */
  async start<More>({ tx, jobs }: Unit<Transaction>, kind: StorableKind<More>, { actor, municipalityId, fileId, more }: StartedImport<More>): Promise<string | null> {
    const id = newRandomId();
    const file = await this.files.keep(tx, { id: fileId, municipalityId, purpose: kind.purpose, uploadedBy: actor.personId, keptBy: keptByImport(kind, id) });
    if (file === null) return null;
    await kind.imports.insert(tx, { id, municipalityId, requestedBy: actor.personId, actingOrganisationId: actor.organisationId, fileId, fileName: file.name, ...more });
    jobs.enqueueAfterCommit(readFileImportJob, { kind: kind.name, importId: id });
    return id;
  }
}
