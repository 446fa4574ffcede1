import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { newEvent, sectionRemoved } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { sendWakeUp, UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
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
    if (editionId === null) throw notFound();
    await this.requireEdit(context.actor, editionId);
    return this.unitOfWork.run(context, async (unit) => {
      await this.sections.get(unit.tx, sectionId);
      await this.removeAll(unit, editionId, [sectionId], context.actor);
      return editionId;
    });
  }

  /** Whether somebody may take sections out of an edition. @throws ApplicationError NOT_FOUND, FORBIDDEN */
  async requireEdit(actor: Actor, editionId: string): Promise<void> {
    const edition = await this.editions.find(this.database.client, editionId);
    if (edition === null) throw notFound();
    await this.access.requireEdit(actor, edition);
  }

  /** Takes out those that are still there, inside a transaction that is open already and without asking for rights. @throws ValidationError EDITION_FROZEN */
  async removeAll({ tx, events }: Unit<Transaction>, editionId: string, sectionIds: readonly string[], actor: Actor): Promise<void> {
    const edition = await this.editions.find(tx, editionId);
    if (edition === null) throw notFound();
    const { municipalityId } = edition;
    const { isFrozen } = await this.editions.lock(tx, municipalityId, editionId);
    if (isFrozen) throw conceptError('EDITION_FROZEN', []);
    for (const sectionId of sectionIds) {
      const place = await this.sections.find(tx, sectionId);
      if (place === null) continue;
      await this.sections.remove(tx, place);
      events.add(newEvent(sectionRemoved, { municipalityId, editionId, aggregateType: 'section', aggregateId: sectionId, actor, payload: { sectionId } }));
    }
    await this.sections.saveOrder(tx, municipalityId, await this.sections.findOrder(tx, municipalityId, editionId));
    // Who has a text of them open is asked again at once, and not with the next regular look.
    await sendWakeUp(tx, { kind: 'access', personId: null, municipalityId });
  }
}
