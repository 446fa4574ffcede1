import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { fingerprintOf } from '@konzeptwerkstatt/concept';
import type { SectionRecord } from '@konzeptwerkstatt/concept';
import { DOCUMENT_READER } from '@konzeptwerkstatt/contracts';
import type { DocumentReader } from '@konzeptwerkstatt/contracts';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { ShortVersion } from '../../domain/link/short-version.policy.js';
import { ShortVersionRepository } from '../../persistence/link/short-version.repository.js';
import { ContributionAccess } from '../contribution.access.js';

/** Reads short versions of fields of action. Whoever may read a section may read its short version. */
@Injectable()
export class ShortVersionReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(DOCUMENT_READER) private readonly documents: DocumentReader,
    @Inject(ShortVersionRepository) private readonly stored: ShortVersionRepository,
    @Inject(ContributionAccess) private readonly access: ContributionAccess,
  ) {}

  /** Of sections of one municipality, by section. */
  async findMany(municipalityId: string, sectionIds: readonly string[]): Promise<ReadonlyMap<string, ShortVersion>> {
    const found = sectionIds.length === 0 ? [] : await this.stored.findMany(this.database.client, municipalityId, sectionIds);
    return new Map(found.map((short) => [short.sectionId, short]));
  }

  /** Whether the actor may write the short version of a section. */
  mayWrite(actor: Actor | null, section: Pick<SectionRecord, 'municipalityId' | 'editionId' | 'processId' | 'sectionId' | 'isPublished' | 'kind'>): Promise<boolean> {
    return section.kind === 'field_of_action' ? this.access.canAt(actor, 'contribution.answer', section) : Promise.resolve(false);
  }

  /** The fingerprint of a section's text as it is now. */
  async fingerprint({ documentId }: Pick<SectionRecord, 'documentId'>): Promise<string> {
    return fingerprintOf(await this.documents.readText(this.database.client, documentId));
  }
}
