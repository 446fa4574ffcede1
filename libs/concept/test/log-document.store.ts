import * as Y from 'yjs';
import { actorKey, SYSTEM_ACTOR } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { BlockNotFoundError, DocumentFrozenError } from '@konzeptwerkstatt/contracts';
import type { DocumentReader, DocumentWriter, Transaction, UnprojectedContent } from '@konzeptwerkstatt/contracts';
import { applyChange, BlockNotFound, EMPTY_UPDATE, loadDocument, mergeState, readContentFromUpdates, readTextFromUpdates, replayContent } from '@konzeptwerkstatt/document-model';
import type { DocumentChange, DocumentText, SectionContent } from '@konzeptwerkstatt/document-model';
import type { Pool } from 'pg';
import { keepPlainly } from './log-version.store.js';

interface Row {
  readonly id: string;
  readonly payload: Uint8Array;
  readonly projected: boolean;
  readonly person_id: string | null;
  readonly organisation_id: string | null;
}

const node = '00000000-0000-4000-8000-00000000c0de';
let counter = 0;

/**
 * The ports to documents on the real tables of the log, as plainly as possible: what concept may rely on, without the
 * threads and rooms of `collaboration`, which concept must not know.
 */
export class LogDocumentStore implements DocumentReader, DocumentWriter {
  private readonly clients = new Map<string, number>();

  constructor(private readonly pool: Pool) {}

  async create(tx: Transaction, documentId: string, municipalityId: string): Promise<void> {
    await tx.$executeRaw`INSERT INTO engine.document (id, municipality_id, schema_version) VALUES (${documentId}::uuid, ${municipalityId}::uuid, 1)`;
  }

  async lock(tx: Transaction, documentId: string): Promise<SectionContent> {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${documentId}::text, 0))`;
    return this.read(tx, documentId);
  }

  async read(tx: Transaction, documentId: string): Promise<SectionContent> {
    return readContentFromUpdates((await this.rows(tx, documentId)).map(({ payload }) => payload));
  }

  async readText(tx: Transaction, documentId: string): Promise<DocumentText> {
    return readTextFromUpdates((await this.rows(tx, documentId)).map(({ payload }) => payload));
  }

  async readVersion(tx: Transaction, documentId: string): Promise<string> {
    return String((await this.rows(tx, documentId)).at(-1)?.id ?? 0);
  }

  async findMentioning(tx: Transaction, documentIds: readonly string[], word: string): Promise<string[]> {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT document_id::text AS id FROM engine.document_update
      WHERE document_id = ANY (${[...documentIds]}::uuid[]) AND position(convert_to(${word}::text, 'UTF8') IN payload) > 0`;
    return rows.map(({ id }) => id);
  }

  async append(tx: Transaction, documentId: string, change: DocumentChange, actor: Actor): Promise<SectionContent> {
    await this.lock(tx, documentId);
    const [document] = await tx.$queryRaw<{ frozen: boolean }[]>`SELECT frozen_at IS NOT NULL AS frozen FROM engine.document WHERE id = ${documentId}::uuid`;
    if (document?.frozen === true) throw new DocumentFrozenError(documentId);
    const updates = (await this.rows(tx, documentId)).map(({ payload }) => payload);
    try {
      const { changed, update, content } = applyChange(updates, this.clientOf(documentId, actor), change);
      if (changed && change.kind === 'restore') {
        const { replaced: { id, name }, versionId } = change;
        await keepPlainly(tx, documentId, { id, name, reason: null, actor, restoredId: versionId }, mergeState(updates).state);
      }
      if (changed) await this.store(tx, documentId, update, actor);
      return content;
    } catch (error) {
      throw error instanceof BlockNotFound ? new BlockNotFoundError(String(error.problem.params['blockId'])) : error;
    }
  }

  async copy(tx: Transaction, sourceId: string, targetId: string): Promise<void> {
    const { state } = mergeState((await this.rows(tx, sourceId)).map(({ payload }) => payload));
    await this.store(tx, targetId, state, SYSTEM_ACTOR);
  }

  async hold(tx: Transaction, documentId: string): Promise<SectionContent> {
    await tx.$executeRaw`SELECT FROM engine.document WHERE id = ${documentId}::uuid FOR UPDATE`;
    return this.lock(tx, documentId);
  }

  async freeze(tx: Transaction, documentId: string): Promise<void> {
    await tx.$executeRaw`UPDATE engine.document SET frozen_at = now() WHERE id = ${documentId}::uuid`;
  }

  async readUnprojected(tx: Transaction, documentId: string): Promise<UnprojectedContent | null> {
    await this.lock(tx, documentId);
    const rows = await this.rows(tx, documentId);
    const fresh = rows.filter(({ projected }) => !projected);
    if (fresh.length === 0) return null;
    const known = rows.filter(({ projected }) => projected).map(({ payload }) => payload);
    const [before, ...contents] = replayContent([EMPTY_UPDATE, ...known], fresh.map(({ payload }) => [payload]));
    const steps = fresh.map(({ person_id: personId, organisation_id: organisationId }, index) => ({
      actor: { ...SYSTEM_ACTOR, kind: personId === null ? 'system' as const : 'person' as const, personId, organisationId },
      content: contents[index] as SectionContent,
    }));
    return { before: before as SectionContent, steps, rowIds: fresh.map(({ id }) => id) };
  }

  async markProjected(tx: Transaction, _documentId: string, rowIds: readonly string[]): Promise<void> {
    await tx.$executeRaw`UPDATE engine.document_update SET projected = true WHERE id::text = ANY (${[...rowIds]})`;
  }

  async findUnprojected(olderThanMs: number, limit: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ document_id: string }>(
      `SELECT document_id FROM engine.document_update WHERE NOT projected AND created_at < clock_timestamp() - $1 * interval '1 ms' GROUP BY 1 LIMIT $2`, [olderThanMs, limit]);
    return rows.map((row) => row.document_id);
  }

  /** Writes as an editor does: what is typed goes into the log and waits for the projection. */
  async type(documentId: string, actor: Actor, edit: (document: Y.Doc) => void): Promise<void> {
    const { rows } = await this.pool.query<{ payload: Uint8Array }>('SELECT payload FROM engine.document_update WHERE document_id = $1 ORDER BY id', [documentId]);
    const document = loadDocument([EMPTY_UPDATE, ...rows.map(({ payload }) => payload)]);
    const before = Y.encodeStateVector(document);
    document.transact(() => edit(document));
    await this.commit(documentId, actor, Y.encodeStateAsUpdate(document, before));
  }

  /** Puts an update into the log as it is. */
  async commit(documentId: string, actor: Actor, update: Uint8Array): Promise<void> {
    await this.pool.query('INSERT INTO engine.document_update (document_id, node, counter, person_id, organisation_id, payload) VALUES ($1, $2, $3, $4, $5, $6)',
      [documentId, node, ++counter, actor.personId, actor.organisationId, Buffer.from(update)]);
  }

  private async store(tx: Transaction, documentId: string, update: Uint8Array, actor: Actor): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO engine.document_update (document_id, node, counter, person_id, organisation_id, payload)
      VALUES (${documentId}::uuid, ${node}::uuid, ${++counter}, ${actor.personId}::uuid, ${actor.organisationId}::uuid, ${Buffer.from(update)})`;
  }

  /** The updates whose sum is the document. */
  async updates(tx: Transaction, documentId: string): Promise<Uint8Array[]> {
    return [EMPTY_UPDATE, ...(await this.rows(tx, documentId)).map(({ payload }) => payload)];
  }

  private rows(tx: Transaction, documentId: string): PromiseLike<Row[]> {
    return tx.$queryRaw<Row[]>`
      SELECT id::text, payload, projected, person_id::text, organisation_id::text FROM engine.document_update WHERE document_id = ${documentId}::uuid ORDER BY document_update.id`;
  }

  private clientOf(documentId: string, actor: Actor): number {
    const key = `${documentId} ${actorKey(actor)}`;
    const client = this.clients.get(key) ?? this.clients.size + 1_000_000;
    this.clients.set(key, client);
    return client;
  }
}
