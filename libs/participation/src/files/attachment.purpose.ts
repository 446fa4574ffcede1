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
import { CardReader } from '../queries/card.reader.js';
import { ContributionAccess } from '../queries/contribution.access.js';

/** Name of the purpose, also in the address of an upload. */
export const ATTACHMENT_PURPOSE = 'participation.attachment';

/** What is sent along with contributions: letters, photographs, lists. Seen by who may see the contribution; with a card of a gathering also by who runs that. */
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
    @Inject(CardReader) private readonly cards: CardReader,
    @Inject(PictureRefining) private readonly refining: PictureRefining,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    for (const action of ['contribution.submit', 'gathering.moderate'] as const) {
      const { all, processIds, editionIds, sectionIds } = await this.policy.scopeFilter(actor, action);
      if (all || processIds.length + editionIds.length + sectionIds.length > 0) return true;
    }
    return false;
  }

  async mayRead({ keptBy }: StoredFile, actor: Actor | null): Promise<boolean> {
    const id = contributionKeeping(keptBy);
    const contribution = id === null ? null : await this.contributions.find(this.database.client, id);
    if (contribution === null) return false;
    if (await this.access.mayRead(actor, contribution)) return true;
    return contribution.isCard && actor !== null && (await this.cards.locate(actor, contribution.id))?.view.mayModerate === true;
  }

  /** A photograph says where and with what it was taken; that is left out. */
  async refine(content: Buffer, mediaType: MediaType): Promise<Buffer> {
    if (!mediaType.startsWith('image/')) return content;
    const refined = await this.refining.refine(content);
    if ('problem' in refined) throw participationError(refined.problem, ['file']);
    return Buffer.from(refined.content);
  }
}
