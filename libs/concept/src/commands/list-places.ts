import { Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { actorOfImport } from '@konzeptwerkstatt/platform-files';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import type { MeasureListImport } from '../domain/measure-list.js';
import type { PlannedRow } from '../domain/measure-list.plan.js';
import { tidyTitle } from '../domain/title.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { AddSectionCommand } from './add-section.command.js';
import { SectionAccess } from './section-access.js';

/** Where rows of a list go, and whether they may. */
@Injectable()
export class ListPlaces {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly editions: EditionRepository,
    private readonly sections: SectionRepository,
    private readonly access: SectionAccess,
    private readonly addition: AddSectionCommand,
  ) {}

  /** @throws ApplicationError NOT_FOUND; ValidationError EDITION_FROZEN */
  async requireOpen({ editionId }: Pick<MeasureListImport, 'editionId'>): Promise<void> {
    const edition = await this.editions.find(this.database.client, editionId);
    if (edition === null) throw notFound();
    if (edition.isFrozen) throw conceptError('EDITION_FROZEN', []);
  }

  /** @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async requireAll(actor: Actor, { editionId }: MeasureListImport, rows: readonly PlannedRow[]): Promise<void> {
    const edition = await this.editions.find(this.database.client, editionId);
    if (edition === null) throw notFound();
    if (rows.some(({ target }) => target?.sectionId === null)) await this.access.requireEdit(actor, edition);
    await this.requireSections(actor, [...new Set(rows.flatMap(({ target }) => (target?.sectionId ? [target.sectionId] : [])))]);
  }

  /** Sections that are gone need no right. @throws ApplicationError FORBIDDEN */
  async requireSections(actor: Actor, ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const place = await this.sections.find(this.database.client, id);
      if (place !== null) await this.access.requireWrite(actor, place);
    }
  }

  find(tx: Transaction, sectionId: string) {
    return this.sections.find(tx, sectionId);
  }

  /** @throws ApplicationError NOT_FOUND; ValidationError EDITION_FROZEN */
  async writable(tx: Transaction, sectionId: string) {
    const place = await this.sections.get(tx, sectionId);
    if (place.isFrozen) throw conceptError('EDITION_FROZEN', []);
    return place;
  }

  /** Rows by section; sections that are wanted and not there are added, one for each title. */
  async bySection(unit: Unit<Transaction>, started: MeasureListImport, rows: readonly PlannedRow[]): Promise<Map<string, PlannedRow[]>> {
    const { municipalityId, editionId } = started;
    const [added, bySection] = [new Map<string, string>(), new Map<string, PlannedRow[]>()];
    for (const row of rows) {
      const title = tidyTitle(row.target?.newTitle ?? '');
      const sectionId = row.target?.sectionId ?? added.get(title) ?? (await this.addition.add(unit, { municipalityId, editionId }, { editionId, kind: 'field_of_action', title }, actorOfImport(started)));
      if (row.target?.sectionId === null) added.set(title, sectionId);
      bySection.set(sectionId, [...(bySection.get(sectionId) ?? []), row]);
    }
    return bySection;
  }
}
