import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { notFound } from '@konzeptwerkstatt/kernel';
import { newEvent, sectionRemoved } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { sendWakeUp, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import type { EditionPlace } from '../domain/section-place.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { SectionAccess } from './section-access.js';

/** Takes a section out of its edition. Its text stays stored; from the commit on nobody may read or write it. */
@Injectable()
export class RemoveSectionCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly editions: EditionRepository,
    private readonly sections: SectionRepository,
    private readonly access: SectionAccess,
  ) {}

  /**
   * @returns the edition's id; the same for a repeated call, when the section is already gone
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN
   */
  async run(context: CommandContext, sectionId: string): Promise<string> {
    const editionId = await this.sections.findEditionIdEvenRemoved(this.database.client, sectionId);
    const edition = editionId === null ? null : await this.editions.find(this.database.client, editionId);
    if (edition === null) throw notFound();
    await this.access.requireEdit(context.actor, edition);
    return this.unitOfWork.run(context, async (unit) => {
      await this.remove(unit, edition, sectionId, context);
      return edition.editionId;
    });
  }

  private async remove({ tx, events }: Unit<Transaction>, { municipalityId, editionId }: EditionPlace, sectionId: string, { actor }: CommandContext): Promise<void> {
    const { isFrozen } = await this.editions.lock(tx, municipalityId, editionId);
    if (isFrozen) throw conceptError('EDITION_FROZEN', []);
    await this.sections.remove(tx, await this.sections.get(tx, sectionId));
    await this.sections.saveOrder(tx, municipalityId, await this.sections.findOrder(tx, municipalityId, editionId));
    // Who has its text open is asked again at once, and not with the next regular look.
    await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId });
    events.add(newEvent(sectionRemoved, { municipalityId, editionId, aggregateType: 'section', aggregateId: sectionId, actor, payload: { sectionId } }));
  }
}
