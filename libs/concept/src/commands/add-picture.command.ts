import { Inject, Injectable } from '@nestjs/common';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError } from '../domain/concept.errors.js';
import { keptBySection, PICTURE_PURPOSE } from '../domain/kept-picture.policy.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { SectionAccess } from './section-access.js';

/** Gives an uploaded picture to a section, so that others who write there see it as soon as it stands in the text. Does not touch the text. */
@Injectable()
export class AddPictureCommand {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(FileStore) private readonly files: FileStore,
    private readonly sections: SectionRepository,
    private readonly access: SectionAccess,
  ) {}

  /** @returns the file's id @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError EDITION_FROZEN, FILE_GONE */
  async run(context: CommandContext, { sectionId, fileId }: { readonly sectionId: string; readonly fileId: string }): Promise<string> {
    const { actor } = context;
    // Asked before the transaction: the policy reads on a connection of its own.
    await this.access.requireWrite(actor, await this.sections.get(this.database.client, sectionId));
    if (actor.personId === null) throw new ApplicationError('FORBIDDEN', 'Dazu fehlt Ihnen das Recht.');
    const { personId } = actor;
    return this.unitOfWork.run(context, async ({ tx }) => {
      const { municipalityId, isFrozen } = await this.sections.get(tx, sectionId);
      if (isFrozen) throw conceptError('EDITION_FROZEN', []);
      const file = await this.files.keep(tx, { id: fileId, municipalityId, purpose: PICTURE_PURPOSE, uploadedBy: personId, keptBy: keptBySection(sectionId) });
      if (file === null) throw conceptError('FILE_GONE', ['fileId']);
      return file.id;
    });
  }
}
