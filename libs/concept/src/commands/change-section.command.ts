import { Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import type { SectionPlace } from '../domain/section-place.js';
import { EditionRepository } from '../persistence/edition.repository.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { SectionAccess } from './section-access.js';

/** What every change of an edition's structure has in common: rights, one at a time, nothing after adoption. */
@Injectable()
export class ChangeSectionCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly unitOfWork: UnitOfWork<Transaction>,
    private readonly editions: EditionRepository,
    private readonly sections: SectionRepository,
    private readonly access: SectionAccess,
  ) {}

  /**
   * @param change runs under the edition's lock, with the section as it is then
   * @returns the section's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN and what `change` throws
   */
  async run(context: CommandContext, sectionId: string, change: (unit: Unit<Transaction>, place: SectionPlace) => Promise<void>): Promise<string> {
    await this.access.requireEdit(context.actor, await this.sections.get(this.database.client, sectionId));
    return this.unitOfWork.run(context, async (unit) => {
      const { municipalityId, editionId } = await this.sections.get(unit.tx, sectionId);
      const { isFrozen } = await this.editions.lock(unit.tx, municipalityId, editionId);
      if (isFrozen) throw conceptError('EDITION_FROZEN', []);
      await change(unit, await this.sections.get(unit.tx, sectionId));
      return sectionId;
    });
  }
}
