import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { VisibleEditionsReader } from './visible-editions.reader.js';

/** What of an import is needed to know whose it is. */
interface OwnedImport {
  readonly requestedBy: string;
  readonly municipalityId: string;
  readonly editionId: string;
}

/** Reads imports as their owner may see them. */
@Injectable()
export class OwnImportReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly visible: VisibleEditionsReader,
  ) {}

  /** One's own import into an edition one may still read; null otherwise. */
  async find<Import extends OwnedImport>(actor: Actor | null, imports: { find(tx: Transaction, id: string): Promise<Import | null> }, id: string): Promise<Import | null> {
    if (actor === null || actor.personId === null) return null;
    const found = await imports.find(this.database.client, id);
    if (found === null || found.requestedBy !== actor.personId || found.municipalityId !== actor.municipalityId) return null;
    return (await this.visible.findEdition(actor, found.editionId)) === null ? null : found;
  }
}
