import { Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { readTreeFromUpdates } from '@konzeptwerkstatt/document-model';
import type { DocumentTree } from '@konzeptwerkstatt/document-model';

/** One row of a document's log with its writer. */
export interface LogRow {
  readonly id: string;
  readonly payload: Uint8Array;
  readonly personId: string | null;
  readonly guestId: string | null;
  readonly organisationId: string | null;
}

interface StoredLog {
  readonly snapshot: Uint8Array | null;
  readonly rows: readonly LogRow[];
}

/**
 * Reads the stored text of a section for what the projection's port does not give: its tree, and its steps. Reads only;
 * snapshot and tail come from one statement, so that a compaction in between hides nothing.
 */
@Injectable()
export class DocumentLogRepository {
  /** The document's snapshot and the rows behind it, in the order of their ids. */
  async read(tx: Pick<Transaction, '$queryRaw'>, documentId: string): Promise<StoredLog> {
    const rows = await tx.$queryRaw<(LogRow & { readonly isSnapshot: boolean })[]>`
      SELECT true AS "isSnapshot", '0' AS id, state AS payload, NULL::uuid AS "personId", NULL::uuid AS "guestId", NULL::uuid AS "organisationId"
      FROM engine.document_snapshot WHERE document_id = ${documentId}::uuid
      UNION ALL
      (SELECT false, id::text, payload, person_id, guest_id, organisation_id FROM engine.document_update WHERE document_id = ${documentId}::uuid ORDER BY document_update.id)`;
    return { snapshot: rows.find((row) => row.isSnapshot)?.payload ?? null, rows: rows.filter((row) => !row.isSnapshot).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)) };
  }

  /** The text as a tree, for reading views. */
  async readTree(tx: Pick<Transaction, '$queryRaw'>, documentId: string): Promise<DocumentTree> {
    const { snapshot, rows } = await this.read(tx, documentId);
    return readTreeFromUpdates([...(snapshot === null ? [] : [snapshot]), ...rows.map((row) => row.payload)]);
  }
}
