import { Inject, Injectable } from '@nestjs/common';
import { newId, notFound } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { DOCUMENT_VERSIONS, newEvent, versionRestored } from '@konzeptwerkstatt/contracts';
import type { DocumentVersion, DocumentVersions } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import type { DocumentChange } from '@konzeptwerkstatt/document-model';
import { SectionRepository } from '../persistence/section.repository.js';
import { EditBlockCommand } from './edit-block.command.js';
import type { EditScene } from './edit-block.command.js';

/** What came of a restoring. */
export interface RestoredVersion {
  readonly sectionId: string;
  /** The version that holds what was there before; it does not exist when the text said the same already. */
  readonly keptVersionId: string;
}

interface Restoring {
  readonly version: DocumentVersion;
  readonly keptVersionId: string;
  readonly actor: Actor;
}

/**
 * Makes a section say again what a version said. The way of every edit from outside the text: one change under the lock, rows
 * and events with it. What is there until then is kept as a version by the same change, so that restoring can be taken back the same way.
 */
@Injectable()
export class RestoreVersionCommand {
  constructor(
    private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_VERSIONS) private readonly versions: DocumentVersions,
    private readonly sections: SectionRepository,
    private readonly blocks: EditBlockCommand,
  ) {}

  /** @throws as EditBlockCommand.run; ValidationError VERSIONS_FULL */
  async run(context: CommandContext, versionId: string): Promise<RestoredVersion> {
    const [version] = await this.versions.findByIds(this.database.client, [versionId]);
    const place = version === undefined ? null : await this.sections.findByDocument(this.database.client, version.documentId);
    if (version === undefined || place === null) throw notFound();
    const restoring = { version, keptVersionId: newId(), actor: context.actor };
    return this.blocks.run(context, place.sectionId, (scene) => this.decide(scene, restoring), { sectionId: place.sectionId, keptVersionId: restoring.keptVersionId });
  }

  private async decide({ tx, place, events }: EditScene, { version, keptVersionId, actor }: Restoring): Promise<DocumentChange | null> {
    const change = await this.versions.restoration(tx, version.id, keptVersionId);
    if (change === null) return null;
    const { municipalityId, editionId, sectionId } = place;
    events.add(newEvent(versionRestored, {
      municipalityId, editionId, aggregateType: 'version', aggregateId: version.id, actor, payload: { versionId: version.id, sectionId, keptVersionId },
    }));
    return change;
  }
}
