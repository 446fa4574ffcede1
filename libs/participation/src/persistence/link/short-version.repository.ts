import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { ShortVersion } from '../../domain/link/short-version.policy.js';

/** What of a short version is stored anew when it is saved. */
export interface SavedShortVersion {
  readonly sectionId: string;
  readonly municipalityId: string;
  readonly text: string;
  readonly textFingerprint: string;
  readonly writtenById: string | null;
}

/** Stores short versions of fields of action. */
@Injectable()
export class ShortVersionRepository {
  async findMany(tx: Transaction, municipalityId: string, sectionIds: readonly string[]): Promise<ShortVersion[]> {
    return tx.$queryRaw<ShortVersion[]>`
      SELECT section_id::text AS "sectionId", text, text_fingerprint AS "textFingerprint", revision, written_at AS "writtenAt"
      FROM short_versions WHERE municipality_id = ${municipalityId}::uuid AND section_id = ANY (${[...sectionIds]}::uuid[])`;
  }

  /** Of the one that is there; 0: none. Who saves the same one waits for the other. */
  async lockRevision(tx: Transaction, municipalityId: string, sectionId: string): Promise<number> {
    await tx.$queryRaw`SELECT 1 AS locked FROM sections WHERE municipality_id = ${municipalityId}::uuid AND id = ${sectionId}::uuid FOR NO KEY UPDATE`;
    const rows = await tx.$queryRaw<{ revision: number }[]>`SELECT revision FROM short_versions WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid`;
    return rows[0]?.revision ?? 0;
  }

  async save(tx: Transaction, { sectionId, municipalityId, text, textFingerprint, writtenById }: SavedShortVersion): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO short_versions (section_id, municipality_id, text, text_fingerprint, written_by_id) VALUES (${sectionId}::uuid, ${municipalityId}::uuid, ${text}, ${textFingerprint}, ${writtenById}::uuid)
      ON CONFLICT (section_id) DO UPDATE SET text = excluded.text, text_fingerprint = excluded.text_fingerprint, written_by_id = excluded.written_by_id, written_at = now(), revision = short_versions.revision + 1`;
  }

  async remove(tx: Transaction, municipalityId: string, sectionId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM short_versions WHERE municipality_id = ${municipalityId}::uuid AND section_id = ${sectionId}::uuid`;
  }

  /** Takes the person off what she wrote; the words stay the office's. */
  async forgetPerson(tx: Transaction, personId: string): Promise<void> {
    await tx.$executeRaw`UPDATE short_versions SET written_by_id = NULL WHERE written_by_id = ${personId}::uuid`;
  }

  async removeMunicipality(tx: Transaction, municipalityId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM short_versions WHERE municipality_id = ${municipalityId}::uuid`;
  }
}
