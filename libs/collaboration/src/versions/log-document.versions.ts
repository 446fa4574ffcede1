import { isDeepStrictEqual } from 'node:util';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import {
  DocumentFrozenError, type DocumentVersion, type DocumentVersions, type ListedDocumentVersion, type NewDocumentVersion, type Transaction,
} from '@konzeptwerkstatt/contracts';
import type { DocumentChange, DocumentComparison, DocumentText } from '@konzeptwerkstatt/document-model';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { lockDocument, readStored, updatesOf } from '../documents/document-store.js';
import { findVersions, keepState, listVersions, readVersion } from './version.store.js';

/**
 * Versions as whole states beside the log, which compaction may fold as it likes. A version never becomes the document:
 * what restores it is a change, and goes the way of all changes.
 */
export class LogDocumentVersions implements DocumentVersions {
  constructor(private readonly decoder: Pick<DecoderPool, 'merge' | 'text' | 'compare'>) {}

  async keep(tx: Transaction, documentId: string, version: NewDocumentVersion): Promise<void> {
    await lockDocument(tx, documentId);
    const stored = await readStored(tx, documentId);
    if (stored.frozen) throw new DocumentFrozenError(documentId);
    const { state } = await this.decoder.merge(updatesOf(stored));
    await keepState(tx, documentId, { ...version, restoredId: null, state });
  }

  findByIds(tx: Transaction, ids: readonly string[]): Promise<DocumentVersion[]> {
    return findVersions(tx, ids);
  }

  listByDocuments(tx: Transaction, documentIds: readonly string[], window: { readonly offset: number; readonly limit: number }): Promise<ListedDocumentVersion[]> {
    return listVersions(tx, documentIds, window);
  }

  async readText(tx: Transaction, versionId: string): Promise<DocumentText> {
    const { state } = await readVersion(tx, versionId);
    return this.decoder.text([state]);
  }

  async restoration(tx: Transaction, versionId: string, replacedId: string): Promise<DocumentChange | null> {
    const { documentId, name, state } = await readVersion(tx, versionId);
    await lockDocument(tx, documentId);
    const now = await this.decoder.text(updatesOf(await readStored(tx, documentId)));
    const text = await this.decoder.text([state]);
    return isDeepStrictEqual(now, text) ? null : { kind: 'restore', versionId, replaced: { id: replacedId, name }, text };
  }

  async compare(tx: Transaction, versionId: string, otherId: string | null): Promise<DocumentComparison> {
    const { documentId, state } = await readVersion(tx, versionId);
    return this.decoder.compare([state], await this.laterState(tx, documentId, otherId));
  }

  async compareDocuments(tx: Transaction, documentId: string, laterId: string): Promise<DocumentComparison> {
    const [before, after] = [await readStored(tx, documentId), await readStored(tx, laterId)];
    return this.decoder.compare(updatesOf(before), updatesOf(after));
  }

  private async laterState(tx: Transaction, documentId: string, otherId: string | null): Promise<Uint8Array[]> {
    if (otherId === null) return updatesOf(await readStored(tx, documentId));
    const other = await readVersion(tx, otherId);
    // Of another document: nothing could be compared, and whether it exists is nobody's business here.
    if (other.documentId !== documentId) throw new ApplicationError('NOT_FOUND', 'Diese Fassung gibt es nicht.');
    return [other.state];
  }
}
