import { Inject, Injectable } from '@nestjs/common';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { actorOfImport } from '@konzeptwerkstatt/platform-files';
import type { Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import type { AddedSection, MeasureListImport } from '../domain/measure-list.js';
import type { PlannedRow } from '../domain/measure-list.plan.js';
import { tidyTitle } from '../domain/title.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { AddSectionCommand } from './add-section.command.js';
import { SectionAccess } from './section-access.js';

/** What a section becomes that is added for rows of a list. */
const ADDED_KIND = 'field_of_action';

/** Where rows of a list go, and whether they may. */
@Injectable()
export class ListPlaces {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly editions: EditionRepository,
    private readonly sections: SectionRepository,
    private readonly access: SectionAccess,
    private readonly addition: AddSectionCommand,
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
  ) {}

  /** The edition before its texts, as whoever adopts it takes them: from now on it stays as it is. @throws ValidationError EDITION_FROZEN */
  async lockOpen(tx: Transaction, { municipalityId, editionId }: Pick<MeasureListImport, 'municipalityId' | 'editionId'>): Promise<void> {
    if ((await this.editions.lock(tx, municipalityId, editionId)).isFrozen) throw conceptError('EDITION_FROZEN', []);
  }

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

  /** @throws ApplicationError NOT_FOUND */
  get(tx: Transaction, sectionId: string) {
    return this.sections.get(tx, sectionId);
  }

  /** Sections that a list has added, when she may take sections out; otherwise none. Asked before the transaction: the policy reads on a connection of its own. */
  async removable(actor: Actor, { editionId, addedSections }: MeasureListImport): Promise<readonly AddedSection[]> {
    const edition = addedSections.length === 0 ? null : await this.editions.find(this.database.client, editionId);
    return edition !== null && (await this.access.mayEditEdition(actor, edition)) ? addedSections : [];
  }

  /** Of sections that a list has added, those that are as they were then: nobody has renamed them or written in them. Their texts are locked. */
  async untouched(tx: Transaction, addedSections: readonly AddedSection[]): Promise<string[]> {
    const untouched: string[] = [];
    for (const { sectionId, title } of addedSections) {
      const place = await this.sections.find(tx, sectionId);
      if (place === null || place.title !== title || place.kind !== ADDED_KIND) continue;
      const { blocks } = await this.writer.lock(tx, place.documentId);
      // Pictures and indicators stand there without a word of their own.
      if (blocks.every(({ kind, text }) => kind !== 'picture' && kind !== 'indicator' && text.trim() === '')) untouched.push(sectionId);
    }
    return untouched;
  }

  /** Rows by section; sections that are wanted and not there are added, one for each title. */
  async bySection(unit: Unit<Transaction>, started: MeasureListImport, rows: readonly PlannedRow[]): Promise<{ readonly bySection: ReadonlyMap<string, readonly PlannedRow[]>; readonly addedSections: readonly AddedSection[] }> {
    const { municipalityId, editionId } = started;
    const [added, bySection] = [new Map<string, string>(), new Map<string, PlannedRow[]>()];
    for (const row of rows) {
      const title = tidyTitle(row.target?.newTitle ?? '');
      const sectionId = row.target?.sectionId ?? added.get(title) ?? (await this.addition.add(unit, { municipalityId, editionId }, { editionId, kind: ADDED_KIND, title }, actorOfImport(started)));
      if (row.target?.sectionId === null) added.set(title, sectionId);
      bySection.set(sectionId, [...(bySection.get(sectionId) ?? []), row]);
    }
    return { bySection, addedSections: [...added].map(([title, sectionId]) => ({ sectionId, title })) };
  }
}
