import { Inject, Injectable } from '@nestjs/common';
import { isUuid, type Actor } from '@konzeptwerkstatt/kernel';
import type { LegalPageKind } from '../domain/legal-page.policy.js';
import { LegalPageRepository, type LegalPageRecord, type LegalMunicipality } from '../persistence/legal-page.repository.js';
import { AccessPolicy } from './access-policy.reader.js';

/** What may be read of the pages that municipalities answer for. */
@Injectable()
export class LegalPageReader {
  constructor(
    @Inject(LegalPageRepository) private readonly pages: LegalPageRepository,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  /** For everybody; null unless it is published. */
  async published(municipalityId: string, kind: LegalPageKind): Promise<LegalPageRecord | null> {
    const page = isUuid(municipalityId) ? await this.pages.find(municipalityId, kind) : null;
    return page?.isPublished ? page : null;
  }

  publishers(): Promise<(LegalMunicipality & { readonly uuid: string })[]> {
    return this.pages.findPublishers().then((rows) => rows.map((row) => ({ ...row, uuid: row.id })));
  }

  /** For administrators; empty for everybody else. */
  async own(actor: Actor): Promise<LegalPageRecord[]> {
    const { municipalityId } = actor;
    if (municipalityId === null || !(await this.policy.can(actor, 'municipality.administer', { municipalityId }))) return [];
    return this.pages.findAll(municipalityId);
  }
}
