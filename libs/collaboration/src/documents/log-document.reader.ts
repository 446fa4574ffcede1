import { actorKey, ApplicationError, type Actor } from '@konzeptwerkstatt/kernel';
import type { DocumentReader, Transaction, UnprojectedContent } from '@konzeptwerkstatt/contracts';
import type { DocumentText, SectionContent } from '@konzeptwerkstatt/document-model';
import type { Pool } from 'pg';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { actorOfRow } from '../log/actor-row.js';
import { lockDocument, readStored, updatesOf, type LogRow } from './document-store.js';

/** Reads documents for projection and reading views. */
export class LogDocumentReader implements DocumentReader {
  constructor(private readonly decoder: Pick<DecoderPool, 'read' | 'text' | 'replay'>, private readonly pool: Pool) {}

  async read(tx: Transaction, documentId: string): Promise<SectionContent> {
    return this.decoder.read(updatesOf(await readStored(tx, documentId)));
  }

  async readText(tx: Transaction, documentId: string): Promise<DocumentText> {
    return this.decoder.text(updatesOf(await readStored(tx, documentId)));
  }

  async readVersion(tx: Transaction, documentId: string): Promise<string> {
    const [row] = await tx.$queryRaw<{ version: string }[]>`
      SELECT concat_ws('.', coalesce(s.version, 0), (SELECT count(*) FROM engine.document_update u WHERE u.document_id = d.id), (SELECT coalesce(max(u.id), 0) FROM engine.document_update u WHERE u.document_id = d.id)) AS version
      FROM engine.document d LEFT JOIN engine.document_snapshot s ON s.document_id = d.id WHERE d.id = ${documentId}::uuid`;
    if (row === undefined) throw new ApplicationError('NOT_FOUND', 'Diesen Text gibt es nicht.');
    return row.version;
  }

  async findMentioning(tx: Transaction, documentIds: readonly string[], word: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT d.id::text FROM unnest(${[...documentIds]}::uuid[]) AS d (id), convert_to(${word}::text, 'UTF8') AS sought (bytes)
      WHERE EXISTS (SELECT FROM engine.document_snapshot s WHERE s.document_id = d.id AND position(sought.bytes IN s.state) > 0)
        OR EXISTS (SELECT FROM engine.document_update u WHERE u.document_id = d.id AND position(sought.bytes IN u.payload) > 0)`;
    return rows.map(({ id }) => id);
  }

  async readUnprojected(tx: Transaction, documentId: string): Promise<UnprojectedContent | null> {
    await lockDocument(tx, documentId);
    const stored = await readStored(tx, documentId);
    const fresh = stored.rows.filter(({ projected }) => !projected);
    if (fresh.length === 0) return null;
    const known = updatesOf({ snapshot: stored.snapshot, rows: stored.rows.filter(({ projected }) => projected) });
    const runs = runsOf(fresh, stored.municipalityId);
    const [before, ...contents] = await this.decoder.replay(known, runs.map(({ payloads }) => payloads));
    if (before === undefined) throw new Error('A replay begins with the text before it');
    return {
      before,
      steps: contents.flatMap((content, index) => { const run = runs[index]; return run === undefined ? [] : [{ actor: run.actor, content }]; }),
      rowIds: fresh.map(({ id }) => id),
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
}

interface Run {
  readonly actor: Actor;
  readonly payloads: Uint8Array[];
}

/** Neighbouring rows of the same writer are one step: a reading per row would cost too much after an import. */
function runsOf(rows: readonly LogRow[], municipalityId: string): Run[] {
  const runs: Run[] = [];
  for (const row of rows) {
    const actor = actorOfRow(row, municipalityId);
    const last = runs.at(-1);
    if (last !== undefined && actorKey(last.actor) === actorKey(actor)) last.payloads.push(row.payload);
    else runs.push({ actor, payloads: [row.payload] });
  }
  return runs;
}
