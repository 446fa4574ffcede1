import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { phaseOpened, Transaction } from '@konzeptwerkstatt/contracts';
import type { PhaseSubject } from '../domain/phase-grant.policy.js';

/** A phase that is open now, as planning told it. */
export type OpenPhase = z.infer<typeof phaseOpened.schema> & { readonly municipalityId: string };

/** Keeps which phases are open, and finds for whom they are. */
@Injectable()
export class OpenPhaseRepository {
  async save(tx: Transaction, { phaseId, municipalityId, processId, sectionIds, rules, closesAt }: OpenPhase): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO open_phases (phase_id, municipality_id, process_id, section_ids, rules, closes_at)
      VALUES (${phaseId}::uuid, ${municipalityId}::uuid, ${processId}::uuid, ${sectionIds}::uuid[], ${JSON.stringify(rules)}::jsonb, ${closesAt ?? null}::timestamptz)
      ON CONFLICT (phase_id) DO UPDATE SET section_ids = excluded.section_ids, rules = excluded.rules, closes_at = excluded.closes_at`;
  }

  async remove(tx: Transaction, phaseId: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM open_phases WHERE phase_id = ${phaseId}::uuid`;
  }

  /** Open phases of a municipality, locked, so that two changes do not write their grants at once. */
  async lockAll(tx: Transaction, municipalityId: string): Promise<OpenPhase[]> {
    return tx.$queryRaw<OpenPhase[]>`
      SELECT phase_id::text AS "phaseId", municipality_id::text AS "municipalityId", process_id::text AS "processId", section_ids::text[] AS "sectionIds", rules, to_char(closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "closesAt"
      FROM open_phases WHERE municipality_id = ${municipalityId}::uuid ORDER BY phase_id FOR UPDATE`;
  }

  /** Organisations of the municipality with their kinds, and who holds a role in the process. */
  async findSubjects(tx: Transaction, { municipalityId, processId }: OpenPhase): Promise<PhaseSubject[]> {
    return tx.$queryRaw<PhaseSubject[]>`
      SELECT 'organisation' AS "subjectKind", id::text AS "subjectId", kind::text AS "organisationKind", NULL AS role
      FROM organisations WHERE municipality_id = ${municipalityId}::uuid AND removed_at IS NULL
      UNION ALL
      SELECT subject_kind::text, subject_id::text, NULL, role::text
      FROM grants WHERE municipality_id = ${municipalityId}::uuid AND origin_kind = 'planning.role' AND scope_kind = 'process' AND scope_id = ${processId}::uuid AND (valid_to IS NULL OR valid_to > now())`;
  }
}
