import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';

/** Tells who changed a field last, from the events. */
@Injectable()
export class FieldHistoryRepository {
  /** The organisation that changed a field of a goal or measure last; null when nobody has since it was added. */
  async lastChangedBy(tx: Transaction, municipalityId: string, rowId: string, field: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ organisation: string | null }[]>`
      SELECT actor ->> 'organisationId' AS organisation FROM engine.outbox_event
      WHERE aggregate_id = ${rowId}::uuid AND municipality_id = ${municipalityId}::uuid AND payload ->> 'field' = ${field}
      ORDER BY sequence DESC LIMIT 1`;
    return rows[0]?.organisation ?? null;
  }

  /** The organisation behind the last event of that name about an aggregate; null when there is none. */
  async lastEventBy(tx: Transaction, municipalityId: string, aggregateId: string, name: string): Promise<string | null> {
    const rows = await tx.$queryRaw<{ organisation: string | null }[]>`
      SELECT actor ->> 'organisationId' AS organisation FROM engine.outbox_event
      WHERE aggregate_id = ${aggregateId}::uuid AND municipality_id = ${municipalityId}::uuid AND name = ${name}
      ORDER BY sequence DESC LIMIT 1`;
    return rows[0]?.organisation ?? null;
  }
}
