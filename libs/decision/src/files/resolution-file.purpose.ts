import { Inject, Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { FilePurposeRegistry } from '@konzeptwerkstatt/platform-files';
import type { FilePurpose, MediaType, StoredFile } from '@konzeptwerkstatt/platform-files';
import { ResolutionReader } from '../queries/resolution.reader.js';

/** Name of the purpose, also in the address of an upload. */
export const RESOLUTION_PURPOSE = 'decision.resolution';
/** What a stored paper is kept by. */
export const keptByResolution = (resolutionId: string): string => `decision.resolution/${resolutionId}`;
const keeper = /^decision\.resolution\/([0-9a-f-]{36})$/;

/** Signed papers of resolutions. They carry names and signatures, so only who takes part sees them, also when the edition is published. */
@Injectable()
export class ResolutionFilePurpose implements FilePurpose, OnModuleInit {
  readonly name = RESOLUTION_PURPOSE;
  readonly mediaTypes: readonly MediaType[] = ['application/pdf'];
  readonly maxBytes = 20 * 1024 * 1024;

  constructor(
    @Inject(FilePurposeRegistry) private readonly purposes: FilePurposeRegistry,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(ResolutionReader) private readonly resolutions: ResolutionReader,
    @Inject(ConceptReader) private readonly concept: ConceptReader,
  ) {}

  onModuleInit(): void {
    this.purposes.register(this);
  }

  async mayUpload(actor: Actor): Promise<boolean> {
    const { all, processIds, editionIds } = await this.policy.scopeFilter(actor, 'edition.adopt');
    return all || processIds.length + editionIds.length > 0;
  }

  async mayRead({ keptBy }: StoredFile, actor: Actor | null): Promise<boolean> {
    const [, id] = keeper.exec(keptBy ?? '') ?? [];
    const resolution = id === undefined ? null : await this.resolutions.find(id);
    const [edition] = resolution === null ? [] : await this.concept.editionsByIds([resolution.editionId]);
    return edition !== undefined && this.policy.can(actor, 'edition.read', { municipalityId: edition.municipalityId, processId: edition.processId, editionId: edition.editionId });
  }
}
