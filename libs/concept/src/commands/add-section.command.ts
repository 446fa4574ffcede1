import { Inject, Injectable } from '@nestjs/common';
import { notFound, newId, newRandomId } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER, newEvent, sectionAdded } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError, throwProblems } from '../domain/concept.errors.js';
import { movedBehind } from '../domain/section-order.policy.js';
import type { SectionKind } from '../domain/section-kind.js';
import type { EditionPlace } from '../domain/section-place.js';
import { takenTitleProblems, tidyTitle, titleProblems } from '../domain/title.policy.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { SectionAccess } from './section-access.js';

/** A chapter or field of action to be added. */
export interface NewSectionInput {
  readonly editionId: string;
  readonly kind: SectionKind;
  readonly title: string;
  /** Null: at the very beginning; undefined: at the end. */
  readonly afterSectionId?: string | null;
  readonly isExample?: boolean;
  readonly sourceNote?: string | null;
}

/** Adds a section with its empty document to an edition. */
@Injectable()
export class AddSectionCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    private readonly editions: EditionRepository,
    private readonly sections: SectionRepository,
    private readonly access: SectionAccess,
  ) {}

  /**
   * @returns the section's id
   * @throws ApplicationError NOT_FOUND (edition, section to stand behind), FORBIDDEN; ValidationError EDITION_FROZEN, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, SECTION_TITLE_TAKEN
   */
  async run(context: CommandContext, input: NewSectionInput): Promise<string> {
    const edition = await this.requireEdit(context.actor, input.editionId);
    return this.unitOfWork.run(context, async (unit) => {
      const sectionId = await this.add(unit, edition, input, context.actor);
      throwProblems(takenTitleProblems(input.title, await this.sections.otherTitles(unit.tx, { ...edition, sectionId })));
      return sectionId;
    });
  }

  /** Whether somebody may add sections to an edition. @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async requireEdit(actor: Actor, editionId: string): Promise<EditionPlace> {
    const edition = await this.editions.find(this.database.client, editionId);
    if (edition === null) throw notFound();
    await this.access.requireEdit(actor, edition);
    return edition;
  }

  /** The same inside a transaction that is open already, without asking for rights or for titles that are there already: for loading content. */
  async add(unit: Unit<Transaction>, edition: Pick<EditionPlace, 'editionId' | 'municipalityId'>, input: NewSectionInput, actor: Actor): Promise<string> {
    throwProblems(titleProblems(input.title));
    const { municipalityId, editionId } = edition;
    const { isFrozen } = await this.editions.lock(unit.tx, municipalityId, editionId);
    if (isFrozen) throw conceptError('EDITION_FROZEN', []);
    const sectionId = newId();
    const order = await this.sections.findOrder(unit.tx, municipalityId, editionId);
    const wanted = input.afterSectionId === undefined ? [...order, sectionId] : movedBehind([...order, sectionId], sectionId, input.afterSectionId);
    if (wanted === null) throw notFound();
    const documentId = newRandomId();
    const position = wanted.indexOf(sectionId) + 1;
    await this.writer.create(unit.tx, documentId, municipalityId);
    await this.sections.insert(unit.tx, {
      id: sectionId, municipalityId, editionId, kind: input.kind, title: tidyTitle(input.title), position, documentId,
      isExample: input.isExample ?? false, sourceNote: input.sourceNote ?? null,
    });
    await this.sections.saveOrder(unit.tx, municipalityId, wanted);
    unit.events.add(newEvent(sectionAdded, {
      municipalityId, editionId, aggregateType: 'section', aggregateId: sectionId, actor, payload: { sectionId, kind: input.kind, position },
    }));
    return sectionId;
  }
}
