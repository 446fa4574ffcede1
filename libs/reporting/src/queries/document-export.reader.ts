import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { DocumentExport } from '../domain/document-export.js';
import { DocumentExportRepository } from '../persistence/document-export.repository.js';

/** Reads exports as their owner may see them; for everybody else there are none. */
@Injectable()
export class DocumentExportReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DocumentExportRepository) private readonly exports: DocumentExportRepository,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
  ) {}

  /** One's own export of what one may still read; null otherwise. */
  async find(actor: Actor | null, id: string): Promise<DocumentExport | null> {
    if (actor === null || actor.personId === null) return null;
    const found = await this.exports.find(this.database.client, id);
    if (found === null || found.requestedBy !== actor.personId || found.municipalityId !== actor.municipalityId) return null;
    return (await this.visible.findEdition(actor, found.editionId)) === null ? null : found;
  }
}
