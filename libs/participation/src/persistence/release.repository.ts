import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';

/** Stores which organisations want their contributions released before others see them. */
@Injectable()
export class ReleaseRepository {
  async isRequired(tx: Transaction, organisationId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM contribution_releases WHERE organisation_id = ${organisationId}::uuid`;
    return rows.length > 0;
  }

  async set(tx: Transaction, municipalityId: string, organisationId: string, isRequired: boolean): Promise<void> {
    if (isRequired) await tx.$executeRaw`INSERT INTO contribution_releases (organisation_id, municipality_id) VALUES (${organisationId}::uuid, ${municipalityId}::uuid) ON CONFLICT DO NOTHING`;
    else await tx.$executeRaw`DELETE FROM contribution_releases WHERE organisation_id = ${organisationId}::uuid AND municipality_id = ${municipalityId}::uuid`;
  }
}
