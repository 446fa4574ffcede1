import { notFound } from '@konzeptwerkstatt/kernel';
import { DocumentFrozenError } from '@konzeptwerkstatt/contracts';
import type { DocumentVersion, DocumentVersions, ListedDocumentVersion, NewDocumentVersion, Transaction } from '@konzeptwerkstatt/contracts';
import { compareStates, mergeState, readTextFromUpdates } from '@konzeptwerkstatt/document-model';
import type { DocumentChange, DocumentComparison, DocumentText } from '@konzeptwerkstatt/document-model';
import type { LogDocumentStore } from './log-document.store.js';

interface Row extends Omit<DocumentVersion, 'keptAt'> {
  readonly keptAt: Date;
  readonly state: Uint8Array;
}

/** The port to versions on the real table, as plainly as possible; see LogDocumentStore. */
export class LogVersionStore implements DocumentVersions {
  constructor(private readonly documents: LogDocumentStore) {}

  async keep(tx: Transaction, documentId: string, version: NewDocumentVersion): Promise<void> {
    await this.documents.lock(tx, documentId);
    const [document] = await tx.$queryRaw<{ frozen: boolean }[]>`SELECT frozen_at IS NOT NULL AS frozen FROM engine.document WHERE id = ${documentId}::uuid`;
    if (document?.frozen === true) throw new DocumentFrozenError(documentId);
    await keepPlainly(tx, documentId, { ...version, restoredId: null }, mergeState(await this.documents.updates(tx, documentId)).state);
  }

  async findByIds(tx: Transaction, ids: readonly string[]): Promise<DocumentVersion[]> {
    return (await this.rows(tx)).filter(({ id }) => ids.includes(id)).map(bare);
  }

  async listByDocuments(tx: Transaction, documentIds: readonly string[], { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<ListedDocumentVersion[]> {
    const rows = await this.rows(tx);
    return documentIds.flatMap((documentId) => {
      const own = rows.filter((row) => row.documentId === documentId);
      return own.slice(offset, offset + limit).map((row) => ({ ...bare(row), total: own.length }));
    });
  }

  async readText(tx: Transaction, versionId: string): Promise<DocumentText> {
    return readTextFromUpdates([(await this.row(tx, versionId)).state]);
  }

  async restoration(tx: Transaction, versionId: string, replacedId: string): Promise<DocumentChange | null> {
    const { documentId, name, state } = await this.row(tx, versionId);
    const [now, text] = [readTextFromUpdates(await this.documents.updates(tx, documentId)), readTextFromUpdates([state])];
    return JSON.stringify(now) === JSON.stringify(text) ? null : { kind: 'restore', versionId, replaced: { id: replacedId, name }, text };
  }

  async compare(tx: Transaction, versionId: string, otherId: string | null): Promise<DocumentComparison> {
    const { documentId, state } = await this.row(tx, versionId);
    return compareStates([state], otherId === null ? await this.documents.updates(tx, documentId) : [(await this.row(tx, otherId)).state]);
  }

  async compareDocuments(tx: Transaction, documentId: string, laterId: string): Promise<DocumentComparison> {
    return compareStates(await this.documents.updates(tx, documentId), await this.documents.updates(tx, laterId));
  }

  private async row(tx: Transaction, versionId: string): Promise<Row> {
    const row = (await this.rows(tx)).find(({ id }) => id === versionId);
    if (row === undefined) throw notFound();
    return row;
  }

  /** All there are, newest first. */
  private rows(tx: Transaction): PromiseLike<Row[]> {
    return tx.$queryRaw<Row[]>`
      SELECT id::text, document_id::text AS "documentId", kind, name, reason, restored_id::text AS "restoredId", person_id::text AS "personId",
        organisation_id::text AS "organisationId", created_at AS "keptAt", state
      FROM engine.document_version ORDER BY created_at DESC, id DESC`;
  }
}

/** Writes a version's row. */
export async function keepPlainly(
  tx: Transaction, documentId: string, { id, name, reason, actor, restoredId }: NewDocumentVersion & { readonly restoredId: string | null }, state: Uint8Array,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO engine.document_version (id, document_id, kind, name, reason, restored_id, person_id, organisation_id, state)
    VALUES (${id}::uuid, ${documentId}::uuid, ${restoredId === null ? 'named' : 'before_restore'}, ${name}, ${reason}, ${restoredId}::uuid, ${actor.personId}::uuid, ${actor.organisationId}::uuid, ${Buffer.from(state)})`;
}

function bare({ id, documentId, kind, name, reason, restoredId, personId, organisationId, keptAt }: Row): DocumentVersion {
  return { id, documentId, kind, name, reason, restoredId, personId, organisationId, keptAt: keptAt.toISOString() };
}
