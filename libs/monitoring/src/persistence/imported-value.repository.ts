import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { NewObservation } from '../domain/stored-observation.js';

/** A value that an import has written, as it is now. */
export interface WrittenValue {
  readonly id: string;
  readonly indicatorId: string;
  /** What stood in its place before; null when nothing did. */
  readonly supersedesId: string | null;
  /** Whether another value stands in its place by now. */
  readonly isSuperseded: boolean;
}

/** A value that stands again: a new row with what an earlier one said. */
export interface RestoredValue {
  readonly id: string;
  /** The value whose words it has. */
  readonly earlierId: string;
  /** The value in whose place it stands. */
  readonly supersedesId: string;
}

/** Writes and finds the values of imports, thousands in one statement. */
@Injectable()
export class ImportedValueRepository {
  /** Adds values, and notes that they came with the import. */
  async insertMany(tx: Transaction, importId: string, values: readonly NewObservation[]): Promise<void> {
    const rows = values.map(({ period, ...value }) => ({ ...value, periodFrom: period.from, periodTo: period.to, periodPrecision: period.precision }));
    await tx.$executeRaw`
      WITH said AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row ("id" uuid, "municipalityId" uuid, "indicatorId" uuid, "definitionId" uuid, "regionId" uuid, "periodFrom" date, "periodTo" date, "periodPrecision" "DatePrecision", "value" numeric,
          "missingReason" text, "decimals" int, "qualifier" text, "status" "ObservationStatus", "breakdown" text, "note" text, "source" text, "factKey" text, "retrievedOn" date, "supersedesId" uuid)
      ), written AS (
        INSERT INTO observations (id, municipality_id, indicator_id, definition_id, region_id, period_from, period_to, period_precision, value, missing_reason, decimals, qualifier, status, breakdown, note, source, fact_key, retrieved_on, supersedes_id)
        SELECT "id", "municipalityId", "indicatorId", "definitionId", "regionId", "periodFrom", "periodTo", "periodPrecision", "value", "missingReason", "decimals", "qualifier", "status", "breakdown", "note", "source", "factKey", "retrievedOn", "supersedesId" FROM said
        RETURNING id, municipality_id
      )
      INSERT INTO observation_import_values (municipality_id, import_id, observation_id) SELECT municipality_id, ${importId}::uuid, id FROM written`;
  }

  /** From now on (the database's clock) others stand in their place, or nothing. */
  async supersedeMany(tx: Transaction, municipalityId: string, ids: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE observations SET superseded_at = now() WHERE municipality_id = ${municipalityId}::uuid AND id = ANY (${[...ids]}::uuid[]) AND superseded_at IS NULL`;
  }

  /** What an import has written. */
  async findWritten(tx: Transaction, municipalityId: string, importId: string): Promise<WrittenValue[]> {
    return tx.$queryRaw<WrittenValue[]>`
      SELECT o.id::text, o.indicator_id::text AS "indicatorId", o.supersedes_id::text AS "supersedesId", o.superseded_at IS NOT NULL AS "isSuperseded"
      FROM observation_import_values v JOIN observations o ON o.id = v.observation_id AND o.municipality_id = v.municipality_id
      WHERE v.municipality_id = ${municipalityId}::uuid AND v.import_id = ${importId}::uuid ORDER BY o.id`;
  }

  /** Says again what was said before. */
  async restoreMany(tx: Transaction, municipalityId: string, restored: readonly RestoredValue[]): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO observations (id, municipality_id, indicator_id, definition_id, region_id, period_from, period_to, period_precision, value, missing_reason, decimals, qualifier, status, breakdown, note, source, fact_key, retrieved_on, supersedes_id)
      SELECT said.id, o.municipality_id, o.indicator_id, o.definition_id, o.region_id, o.period_from, o.period_to, o.period_precision, o.value, o.missing_reason, o.decimals, o.qualifier, o.status, o.breakdown, o.note, o.source, o.fact_key, o.retrieved_on, said."supersedesId"
      FROM jsonb_to_recordset(${JSON.stringify(restored)}::jsonb) AS said (id uuid, "earlierId" uuid, "supersedesId" uuid)
      JOIN observations o ON o.id = said."earlierId" AND o.municipality_id = ${municipalityId}::uuid`;
  }
}
