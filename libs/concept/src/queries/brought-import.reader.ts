import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { SectionAccess } from '../commands/section-access.js';
import { isOpenToOthers } from '../domain/recent-import.js';
import type { WordImportKind } from '../domain/word-import.js';
import { VisibleEditionsReader } from './visible-editions.reader.js';

/** What of an import is needed to know who may open it. */
interface BroughtImport {
  readonly requestedBy: string;
  readonly actingOrganisationId: string | null;
  readonly municipalityId: string;
  readonly editionId: string;
  readonly state: string;
  /** Of Word documents. */
  readonly kind?: WordImportKind;
}

/** Reads imports as their owner may see them, and as those may who have the same right to what came of them. */
@Injectable()
export class BroughtImportReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly visible: VisibleEditionsReader,
    private readonly access: SectionAccess,
  ) {}

  /**
   * An import into an edition one may still read; null otherwise. What waits for a decision is its owner's alone, because it is written in her name. Whatever is done
   * with it afterwards asks for the right to it once more.
   */
  async find<Import extends BroughtImport>(actor: Actor | null, imports: { find(tx: Transaction, id: string): Promise<Import | null> }, id: string): Promise<Import | null> {
    if (actor === null || actor.personId === null) return null;
    const found = await imports.find(this.database.client, id);
    if (found === null || found.municipalityId !== actor.municipalityId) return null;
    const edition = await this.visible.findEdition(actor, found.editionId);
    if (edition === null) return null;
    if (found.requestedBy === actor.personId) return found;
    if (!isOpenToOthers({ state: found.state, isForCorrections: found.kind === 'corrections' })) return null;
    const isColleague = found.kind === undefined && found.actingOrganisationId !== null && found.actingOrganisationId === actor.organisationId;
    return isColleague || (await this.access.mayEditEdition(actor, edition)) ? found : null;
  }
}
