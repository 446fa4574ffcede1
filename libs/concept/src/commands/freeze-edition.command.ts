import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_WRITER, editionFrozen, newEvent } from '@konzeptwerkstatt/contracts';
import type { DocumentWriter } from '@konzeptwerkstatt/contracts';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import { AdoptedEditionRepository } from '../persistence/adopted-edition.repository.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { AdoptedContentReader } from '../queries/adopted-content.reader.js';
import { EditionReader } from '../queries/edition.reader.js';
import { ProjectSectionCommand } from './project-section.command.js';
import type { ProjectionUnit } from './project-section.command.js';

/** What adoption makes of a measure that has not been rejected. */
const adoptedState = { decisionState: 'adopted' } as const;

function toBeAdopted({ measures }: SectionContent): string[] {
  return measures.filter(({ fields }) => fields.decisionState !== 'rejected' && fields.decisionState !== 'adopted').map(({ blockId }) => blockId);
}

/**
 * Ends the writing of an adopted edition: measures are marked as adopted, every text takes its last projection and nothing more,
 * numbers are fixed, and what was adopted is kept with a hash. One transaction: all of it or nothing. Whoever types waits for that
 * moment; what is committed before it counts.
 */
@Injectable()
export class FreezeEditionCommand {
  constructor(
    @Inject(DOCUMENT_WRITER) private readonly writer: DocumentWriter,
    private readonly editions: EditionRepository,
    private readonly reader: EditionReader,
    private readonly sections: SectionRepository,
    private readonly projection: ProjectSectionCommand,
    private readonly content: AdoptedContentReader,
    private readonly adopted: AdoptedEditionRepository,
  ) {}

  /**
   * Run again, it changes nothing more. Nobody's rights are asked: whoever adopted it had them.
   * @param actor in whose name the measures are marked
   * @throws ApplicationError UNAVAILABLE when a text is held by somebody else for more than ten seconds
   */
  async run(unit: ProjectionUnit, edition: { readonly municipalityId: string; readonly editionId: string }, actor: Actor): Promise<void> {
    const { municipalityId, editionId } = edition;
    const { isFrozen } = await this.editions.lock(unit.tx, municipalityId, editionId);
    if (isFrozen) return;
    for (const sectionId of await this.sections.findOrder(unit.tx, municipalityId, editionId)) await this.freezeSection(unit, sectionId, actor);
    const frozenAt = await this.editions.freeze(unit.tx, municipalityId, editionId);
    const [record] = await this.reader.findByIds([editionId]);
    if (record === undefined) throw new Error(`Edition ${editionId} is gone`);
    const { content, hash } = await this.content.fixAndRead(unit.tx, { ...record, frozenAt, isFrozen: true });
    await this.adopted.insert(unit.tx, { editionId, municipalityId, content, hash });
    unit.events.add(newEvent(editionFrozen, { municipalityId, editionId, aggregateType: 'edition', aggregateId: editionId, actor, payload: { editionId, hash } }));
  }

  private async freezeSection(unit: ProjectionUnit, sectionId: string, actor: Actor): Promise<void> {
    const place = await this.sections.get(unit.tx, sectionId);
    const blocks = toBeAdopted(await this.writer.hold(unit.tx, place.documentId));
    if (blocks.length > 0) await this.writer.append(unit.tx, place.documentId, { kind: 'setFieldsOfBlocks', blocks: blocks.map((blockId) => ({ blockId, values: adoptedState })) }, actor);
    await this.projection.run(unit, place);
    await this.writer.freeze(unit.tx, place.documentId);
  }
}
