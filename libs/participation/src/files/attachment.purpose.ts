import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PictureRefining } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType, StoredFile } from '@konzeptwerkstatt/platform-files';
import { contributionKeeping } from '../domain/attachment.policy.js';
import { participationError } from '../domain/participation.errors.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ContributionAccess } from '../queries/contribution.access.js';

/** Name of the purpose, also in the address of an upload. */
export const ATTACHMENT_PURPOSE = 'participation.attachment';

/** What is sent along with contributions: letters, photographs, lists. Seen by who may see the contribution. */
@Injectable()
export class AttachmentPurpose implements FilePurpose, OnModuleInit {
  readonly name = ATTACHMENT_PURPOSE;
  readonly mediaTypes: readonly MediaType[] = [
    'application/pdf', 'image/png', 'image/jpeg', 'image/webp',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ];
  readonly maxBytes = 10 * 1024 * 1024;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
    @Inject(PictureRefining) private readonly refining: PictureRefining,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    const { all, processIds, editionIds, sectionIds } = await this.policy.scopeFilter(actor, 'contribution.submit');
    return all || processIds.length + editionIds.length + sectionIds.length > 0;
  }

  async mayRead({ keptBy }: StoredFile, actor: Actor | null): Promise<boolean> {
    const id = contributionKeeping(keptBy);
    const contribution = id === null ? null : await this.contributions.find(this.database.client, id);
    return contribution !== null && this.access.mayRead(actor, contribution);
  }

  /** A photograph says where and with what it was taken; that is left out. */
  async refine(content: Buffer, mediaType: MediaType): Promise<Buffer> {
    if (!mediaType.startsWith('image/')) return content;
    const refined = await this.refining.refine(content);
    if ('problem' in refined) throw participationError(refined.problem, ['file']);
    return Buffer.from(refined.content);
  }
}
