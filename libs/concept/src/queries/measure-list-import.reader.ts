import { Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { SectionAccess } from '../commands/section-access.js';
import type { MeasureListImport } from '../domain/measure-list.js';
import { planList } from '../domain/measure-list.plan.js';
import type { ListPlan } from '../domain/measure-list.plan.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { MeasureListImportRepository } from '../persistence/measure-list-import.repository.js';
import { ListSurroundingsReader } from './list-surroundings.reader.js';
import { BroughtImportReader } from './brought-import.reader.js';

const nothing: ListPlan = { rows: [], sections: [], names: [] };

/** Reads lists as their owner may see them, and what they would do to the concept as it is now. */
@Injectable()
export class MeasureListImportReader {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly imports: MeasureListImportRepository,
    private readonly editions: EditionRepository,
    private readonly brought: BroughtImportReader,
    private readonly access: SectionAccess,
    private readonly lists: ListSurroundingsReader,
  ) {}

  /** One's own list for an edition one may still read; null otherwise. */
  find(actor: Actor | null, id: string): Promise<MeasureListImport | null> {
    return this.brought.find(actor, this.imports, id);
  }

  /** What the list would do, row by row; nothing while it is not read. */
  async plan(actor: Actor, { municipalityId, editionId, sheets, reading }: MeasureListImport): Promise<ListPlan> {
    const sheet = reading === null ? undefined : sheets?.[reading.sheet];
    if (reading === null || sheet === undefined) return nothing;
    const edition = await this.editions.find(this.database.client, editionId);
    const mayAddSections = edition !== null && (await this.access.mayEditEdition(actor, edition));
    return planList(sheet, reading, { ...(await this.lists.find(actor, municipalityId, editionId)), mayAddSections });
  }
}
