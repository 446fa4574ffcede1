import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { AdoptedFile } from '../domain/adopted-file.js';
import { AdoptedFileRepository } from '../persistence/adopted-file.repository.js';

/** Reads how far the PDFs of adopted editions are. Whoever calls it has asked for the edition. */
@Injectable()
export class AdoptedFileReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(AdoptedFileRepository) private readonly adoptedFiles: AdoptedFileRepository,
  ) {}

  findByEditions(editionIds: readonly string[]): Promise<AdoptedFile[]> {
    return this.adoptedFiles.findByEditions(this.database.client, editionIds);
  }
}
