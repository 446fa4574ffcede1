import { Inject, Injectable } from '@nestjs/common';
import { isStorableText, newId, newRandomId, notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER, editionCreated, newEvent, sectionAdded } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter, Transaction } from '@konzeptwerkstatt/contracts';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError, conceptProblem, throwProblems } from '../domain/concept.errors.js';
import { tidyTitle, titleProblems } from '../domain/title.policy.js';
import { NextEditionRepository } from '../persistence/next-edition.repository.js';
import { EditionReader } from '../queries/edition.reader.js';
import type { EditionRecord } from '../queries/edition.reader.js';
import { ProjectSectionCommand } from './project-section.command.js';
import { SectionRepository } from '../persistence/section.repository.js';

/** An edition that begins as a copy of an adopted one. */
export interface NextEdition {
  readonly editionId: string;
  readonly title: string;
  readonly year: number;
  /** Set for a correction of the adopted edition: why it is needed. */
  readonly correctionReason: string | null;
}

const MAX_REASON = 1000;

/**
 * Begins the next edition, or a correction, as a copy of an adopted one: sections, texts, goals and measures with new ids and the same
 * lineage, words with their authors. One transaction: all of it or nothing. What was adopted stays as it is.
 */
@Injectable()
export class BeginNextEditionCommand {
  constructor(
    private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly reader: EditionReader,
    private readonly next: NextEditionRepository,
    private readonly sections: SectionRepository,
    private readonly projection: ProjectSectionCommand,
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** @returns the new edition's id @throws ApplicationError NOT_FOUND, FORBIDDEN, UNAVAILABLE; ValidationError NOT_ADOPTED, TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE, TEXT_TOO_LONG, REASON_REQUIRED, YEAR_INVALID */
  async run(context: CommandContext, wanted: NextEdition): Promise<string> {
    const [edition] = await this.reader.findByIds([wanted.editionId]);
    if (edition === undefined) throw notFound();
    const { municipalityId, processId, editionId, isPublished } = edition;
    await this.policy.require(context.actor, 'edition.adopt', { municipalityId, processId, editionId, isPublished });
    return this.unitOfWork.run(context, async (unit) => {
      if (!edition.isFrozen) throw conceptError('NOT_ADOPTED', []);
      checkNext(wanted);
      const id = newId();
      await this.next.insert(unit.tx, { id, basedOn: edition, title: tidyTitle(wanted.title), year: wanted.year, correctionReason: wanted.correctionReason?.trim() ?? null });
      unit.events.add(newEvent(editionCreated, { municipalityId, editionId: id, aggregateType: 'edition', aggregateId: id, actor: context.actor, payload: { editionId: id, instrumentId: edition.instrumentId } }));
      for (const sectionId of await this.sections.findOrder(unit.tx, municipalityId, editionId)) await this.copySection(unit, { sectionId, edition, id }, context.actor);
      return id;
    });
  }

  private async copySection(unit: Unit<Transaction>, { sectionId: sourceId, edition, id }: { readonly sectionId: string; readonly edition: EditionRecord; readonly id: string }, actor: Actor): Promise<void> {
    const { municipalityId } = edition;
    const source = await this.sections.get(unit.tx, sourceId);
    const [sectionId, documentId] = [newId(), newRandomId()];
    await this.writer.create(unit.tx, documentId, municipalityId);
    await this.writer.copy(unit.tx, source.documentId, documentId);
    await this.next.copySection(unit.tx, { municipalityId, editionId: id, sourceId, sectionId, documentId });
    const { measures } = await this.writer.lock(unit.tx, documentId);
    const blocks = measures.filter(({ fields }) => fields.decisionState === 'adopted').map(({ blockId }) => ({ blockId, values: { decisionState: null } }));
    if (blocks.length > 0) await this.writer.append(unit.tx, documentId, { kind: 'setFieldsOfBlocks', blocks }, actor);
    // That there is a section says it all: nobody has added its goals and measures one by one.
    await this.projection.run({ tx: unit.tx, events: { add: () => undefined } }, await this.sections.get(unit.tx, sectionId));
    await this.next.keepLineage(unit.tx, municipalityId, sourceId, sectionId);
    unit.events.add(newEvent(sectionAdded, { municipalityId, editionId: id, aggregateType: 'section', aggregateId: sectionId, actor, payload: { sectionId, kind: source.kind, position: source.position } }));
  }
}

function checkNext({ title, year, correctionReason }: NextEdition): void {
  const reason = correctionReason?.trim() ?? null;
  const reasonCode = reason === null ? null : reason === '' ? 'REASON_REQUIRED' : reason.length > MAX_REASON ? 'TEXT_TOO_LONG' : isStorableText(reason) ? null : 'TEXT_NOT_STORABLE';
  throwProblems([
    ...titleProblems(title),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2199 ? [] : [conceptProblem('YEAR_INVALID', ['year'])]),
    ...(reasonCode === null ? [] : [conceptProblem(reasonCode, ['correctionReason'])]),
  ]);
}
