import type { Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentReader, Transaction, UnprojectedContent } from '@konzeptwerkstatt/contracts';
import type { SectionContent } from '@konzeptwerkstatt/document-model';
import type { Pool } from 'pg';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { actorKeyOfRow, actorOfRow, type ActorRow } from '../log/actor-row.js';
import { lockDocument, readStored, updatesOf, type LogRow } from './document-store.js';

/** Reads documents for projection and reading views. */
export class LogDocumentReader implements DocumentReader {
  constructor(private readonly decoder: Pick<DecoderPool, 'read'>, private readonly pool: Pool) {}

  async read(tx: Transaction, documentId: string): Promise<SectionContent> {
    return this.decoder.read(updatesOf(await readStored(tx, documentId)));
  }

  async readUnprojected(tx: Transaction, documentId: string): Promise<UnprojectedContent | null> {
    await lockDocument(tx, documentId);
    const stored = await readStored(tx, documentId);
    const fresh = stored.rows.filter(({ projected }) => !projected);
    if (fresh.length === 0) return null;
    return {
      content: await this.decoder.read(updatesOf(stored)),
      rowIds: fresh.map(({ id }) => id),
      actors: actorsOf(fresh, stored.municipalityId),
      actorsByClient: await this.actorsByClient(tx, documentId, stored.municipalityId),
    };
  }

  async markProjected(tx: Transaction, documentId: string, rowIds: readonly string[]): Promise<void> {
    if (rowIds.length === 0) return;
    const ids = rowIds.map(BigInt);
    await tx.$executeRaw`UPDATE engine.document_update SET projected = true WHERE document_id = ${documentId}::uuid AND id = ANY (${ids}::bigint[])`;
  }

  async findUnprojected(olderThanMs: number, limit: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ document_id: string }>(
      `SELECT document_id FROM engine.document_update WHERE NOT projected GROUP BY document_id
       HAVING min(created_at) < clock_timestamp() - $1::float8 * interval '1 millisecond' ORDER BY min(created_at) LIMIT $2`,
      [olderThanMs, limit],
    );
    return rows.map(({ document_id: documentId }) => documentId);
  }

  private async actorsByClient(tx: Transaction, documentId: string, municipalityId: string): Promise<Record<string, Actor>> {
    const rows = await tx.$queryRaw<(ActorRow & { client_id: string })[]>`
      SELECT client_id::text, person_id::text, guest_id::text, organisation_id::text, gathering_id::text
      FROM engine.document_client WHERE document_id = ${documentId}::uuid`;
    return Object.fromEntries(rows.map((row) => [row.client_id, actorOfRow(row, municipalityId)]));
  }
}

/** Each writer once, in the order of her first row. */
function actorsOf(rows: readonly LogRow[], municipalityId: string): Actor[] {
  const actors = new Map<string, Actor>();
  for (const row of rows) if (!actors.has(actorKeyOfRow(row))) actors.set(actorKeyOfRow(row), actorOfRow(row, municipalityId));
  return [...actors.values()];
}
