import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase, type Transaction } from '@konzeptwerkstatt/platform-database';
import type { LegalPageKind } from '../domain/legal-page.policy.js';

/** A page as it is stored. */
export interface LegalPageRecord {
  readonly kind: LegalPageKind;
  readonly text: string;
  readonly isPublished: boolean;
  readonly version: number;
  readonly updatedAt: Date;
}

/** A municipality that answers for a page. */
export interface LegalMunicipality {
  readonly id: string;
  readonly name: string;
  readonly isExample: boolean;
}

/** Reads and writes the pages that a municipality answers for. */
@Injectable()
export class LegalPageRepository {
  constructor(@Inject(PrismaDatabase) private readonly database: PrismaDatabase) {}

  find(municipalityId: string, kind: LegalPageKind): Promise<LegalPageRecord | null> {
    return this.database.client.legalPage.findUnique({ where: { municipalityId_kind: { municipalityId, kind } }, select: { kind: true, text: true, isPublished: true, version: true, updatedAt: true } });
  }

  findAll(municipalityId: string): Promise<LegalPageRecord[]> {
    return this.database.client.legalPage.findMany({ where: { municipalityId }, select: { kind: true, text: true, isPublished: true, version: true, updatedAt: true } });
  }

  /** Municipalities that have published anything, by name: they are public bodies, and everybody may know who answers. */
  async findPublishers(): Promise<LegalMunicipality[]> {
    return this.database.client.$queryRaw<LegalMunicipality[]>`
      SELECT m.id::text, m.name, m.is_example AS "isExample" FROM municipalities m
      WHERE EXISTS (SELECT FROM legal_pages p WHERE p.municipality_id = m.id AND p.is_published) ORDER BY m.is_example, m.name, m.id LIMIT 200`;
  }

  /** @param expected the version that was seen; 0 when there was none. @returns the new version; null when somebody else was faster */
  async save(tx: Transaction, municipalityId: string, page: { readonly kind: LegalPageKind; readonly text: string; readonly isPublished: boolean }, expected: number): Promise<number | null> {
    const rows = expected === 0
      ? await tx.$queryRaw<{ version: number }[]>`
          INSERT INTO legal_pages (municipality_id, kind, text, is_published) VALUES (${municipalityId}::uuid, ${page.kind}::"LegalPageKind", ${page.text}, ${page.isPublished})
          ON CONFLICT (municipality_id, kind) DO NOTHING RETURNING version`
      : await tx.$queryRaw<{ version: number }[]>`
          UPDATE legal_pages SET text = ${page.text}, is_published = ${page.isPublished}, version = version + 1, updated_at = now()
          WHERE municipality_id = ${municipalityId}::uuid AND kind = ${page.kind}::"LegalPageKind" AND version = ${expected} RETURNING version`;
    return rows[0]?.version ?? null;
  }
}
