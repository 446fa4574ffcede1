import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_VERSIONS, DocumentFrozenError, newEvent, versionKept, VersionsFullError } from '@konzeptwerkstatt/contracts';
import type { DocumentVersions, NewDocumentVersion, Transaction } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError, throwProblems } from '../domain/concept.errors.js';
import { tidyVersion, versionProblems } from '../domain/version.policy.js';
import { SectionRepository } from '../persistence/section.repository.js';
import { SectionAccess } from './section-access.js';

/** A version as somebody names it. */
export interface VersionNaming {
  readonly sectionId: string;
  readonly name: string;
  readonly reason: string | null;
}

/** Keeps a section's text as it is, under a name. */
@Injectable()
export class KeepVersionCommand {
  constructor(
    private readonly database: PrismaDatabase,
    private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(DOCUMENT_VERSIONS) private readonly versions: DocumentVersions,
    private readonly sections: SectionRepository,
    private readonly access: SectionAccess,
  ) {}

  /**
   * @returns the version's id
   * @throws ApplicationError NOT_FOUND, FORBIDDEN, UNAVAILABLE; ValidationError EDITION_FROZEN, NAME_REQUIRED, NAME_TOO_LONG, TEXT_TOO_LONG, TEXT_NOT_STORABLE, VERSIONS_FULL
   */
  async run(context: CommandContext, { sectionId, ...naming }: VersionNaming): Promise<string> {
    await this.access.requireWrite(context.actor, await this.sections.get(this.database.client, sectionId));
    return this.unitOfWork.run(context, async ({ tx, events }) => {
      const { isFrozen, documentId, municipalityId, editionId } = await this.sections.get(tx, sectionId);
      if (isFrozen) throw conceptError('EDITION_FROZEN', []);
      const version = tidyVersion(naming);
      throwProblems(versionProblems(version));
      const versionId = newId();
      await this.keep(tx, documentId, { id: versionId, ...version, actor: context.actor });
      events.add(newEvent(versionKept, { municipalityId, editionId, aggregateType: 'version', aggregateId: versionId, actor: context.actor, payload: { versionId, sectionId } }));
      return versionId;
    });
  }

  private async keep(tx: Transaction, documentId: string, version: NewDocumentVersion): Promise<void> {
    try {
      await this.versions.keep(tx, documentId, version);
    } catch (error) {
      if (error instanceof DocumentFrozenError) throw conceptError('EDITION_FROZEN', []);
      if (error instanceof VersionsFullError) throw conceptError('VERSIONS_FULL', []);
      throw error;
    }
  }
}
