import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { PublicationReader, VisibleEditionsReader } from '@konzeptwerkstatt/concept';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType, StoredFile } from '@konzeptwerkstatt/platform-files';

export const ADOPTED_FILE_PURPOSE = 'reporting.adopted-edition';
const keeper = /^reporting\.adopted-edition\/([0-9a-f-]{36})$/;

/** What a stored PDF of an adopted edition is kept by. */
export const keptByAdoptedEdition = (editionId: string): string => `reporting.adopted-edition/${editionId}`;

/** The PDF of an adopted edition: kept for good, for whoever may read the edition, and for everybody once it is published. */
@Injectable()
export class AdoptedFilePurpose implements FilePurpose, OnModuleInit {
  readonly name = ADOPTED_FILE_PURPOSE;
  readonly mediaTypes: readonly MediaType[] = ['application/pdf'];
  readonly maxBytes = 50 * 1024 * 1024;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(VisibleEditionsReader) private readonly visible: VisibleEditionsReader,
    @Inject(PublicationReader) private readonly publications: PublicationReader,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  mayUpload(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async mayRead({ keptBy }: StoredFile, actor: Actor | null): Promise<boolean> {
    const [, id] = keeper.exec(keptBy ?? '') ?? [];
    return id !== undefined && ((await this.publications.isOpen(id)) || (await this.visible.findEdition(actor, id)) !== null);
  }
}
