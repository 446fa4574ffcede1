import { Inject, Injectable } from '@nestjs/common';
import { isUuid } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { FileStore } from '@konzeptwerkstatt/platform-files';
import { keptByContribution } from '../domain/attachment.policy.js';
import type { Contribution } from '../domain/contribution.js';
import { participationError } from '../domain/participation.errors.js';
import { ATTACHMENT_PURPOSE } from '../files/attachment.purpose.js';

/** Ties files that somebody has uploaded to what she sends them along with. */
@Injectable()
export class AttachmentKeeper {
  constructor(@Inject(FileStore) private readonly files: FileStore) {}

  /** @throws ValidationError FILE_GONE unless the actor has uploaded each of them for it */
  async keep(tx: Transaction, { personId }: Actor, { id, municipalityId }: Pick<Contribution, 'id' | 'municipalityId'>, fileIds: readonly string[]): Promise<void> {
    for (const fileId of new Set(fileIds)) {
      const kept = isUuid(fileId) ? await this.files.keep(tx, { id: fileId, municipalityId, purpose: ATTACHMENT_PURPOSE, uploadedBy: personId ?? '', keptBy: keptByContribution(id) }) : null;
      if (kept === null) throw participationError('FILE_GONE', ['attachmentIds']);
    }
  }
}
