import { Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Resolution } from '../domain/resolution.js';

/** Stores resolutions with their consultations. */
@Injectable()
export class ResolutionRepository {
  /** @returns false, with nothing written, when it would adopt what another one has adopted */
  async insert(tx: Transaction, resolution: Omit<Resolution, 'recordedAt'>): Promise<boolean> {
    const { id, municipalityId, editionId, adopts, bodyName, decidedOn, result, votesYes, votesNo, votesAbstained, paperNumber, oparlUrl, remark, fileId } = resolution;
    const written = await tx.$executeRaw`
      INSERT INTO resolutions (id, municipality_id, edition_id, adopted_edition_id, body_name, decided_on, result, votes_yes, votes_no, votes_abstained, paper_number, oparl_url, remark, file_id)
      VALUES (${id}::uuid, ${municipalityId}::uuid, ${editionId}::uuid, ${adopts ? editionId : null}::uuid, ${bodyName}, ${decidedOn}::date, ${result}::"ResolutionResult",
        ${votesYes}, ${votesNo}, ${votesAbstained}, ${paperNumber}, ${oparlUrl}, ${remark}, ${fileId}::uuid)
      ON CONFLICT (adopted_edition_id) DO NOTHING`;
    if (written === 0) return false;
    const rows = resolution.consultations.map((consultation, position) => ({ ...consultation, id: newId(), position }));
    await tx.$executeRaw`
      INSERT INTO consultations (id, municipality_id, resolution_id, body_name, held_on, role, position)
      SELECT r.id, ${municipalityId}::uuid, ${id}::uuid, r."bodyName", r."heldOn", r.role, r.position
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id uuid, "bodyName" text, "heldOn" date, role text, position int)`;
    return true;
  }

  /** @returns false, with nothing written, when it has a paper already */
  async attachPaper(tx: Transaction, { resolutionId, fileId }: { readonly resolutionId: string; readonly fileId: string }): Promise<boolean> {
    return (await tx.$executeRaw`UPDATE resolutions SET file_id = ${fileId}::uuid WHERE id = ${resolutionId}::uuid AND file_id IS NULL`) > 0;
  }

  /** Whether an edition is adopted by a resolution. */
  async hasAdopting(tx: Transaction, editionId: string): Promise<boolean> {
    const rows = await tx.$queryRaw<unknown[]>`SELECT 1 FROM resolutions WHERE adopted_edition_id = ${editionId}::uuid`;
    return rows.length > 0;
  }
}
