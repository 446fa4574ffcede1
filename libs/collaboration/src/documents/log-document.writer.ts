import { newRandomId, type Actor } from '@konzeptwerkstatt/kernel';
import { BlockNotFoundError, DocumentFrozenError, DocumentFullError, WAKE_UP_CHANNEL, type DocumentWriter, type Transaction, type WakeUp } from '@konzeptwerkstatt/contracts';
import { DocumentChangeRefused, SCHEMA_VERSION, type DocumentChange, type DocumentProblem, type SectionContent } from '@konzeptwerkstatt/document-model';
import { recordRestoring } from '../authorship/recorded-restoring.js';
import type { DecoderPool } from '../decoding/decoder-pool.js';
import { keepState, readVersion } from '../versions/version.store.js';
import { copyDocument } from './document-copy.js';
import { DEFAULT_LIMITS } from '../collaboration.limits.js';
import { lockDocument, readStored, updatesOf } from './document-store.js';
import { serverClientId } from './server-client.js';

/** Whoever holds a text has waited her turn: a long text that is typed in all the time is projected again and again. In milliseconds. */
const holdWaitMs = 10_000;

/** Writes documents from the server: the same log, the same rules, one append function. */
export class LogDocumentWriter implements DocumentWriter {
  /** Names this process in the log; with the counter it makes each row one of a kind. */
  private readonly node = newRandomId();
  private counter = 0n;

  /** @param maxDocumentBytes encoded size beyond which nothing is taken in, as in rooms */
  constructor(private readonly decoder: Pick<DecoderPool, 'read' | 'change' | 'merge' | 'authorship'>, private readonly maxDocumentBytes = DEFAULT_LIMITS.documentBytes) {}

  async create(tx: Transaction, documentId: string, municipalityId: string): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO engine.document (id, municipality_id, schema_version) VALUES (${documentId}::uuid, ${municipalityId}::uuid, ${SCHEMA_VERSION}::int)`;
  }

  copy(tx: Transaction, sourceId: string, targetId: string): Promise<void> {
    return copyDocument(tx, sourceId, targetId, this.decoder, { node: this.node, counter: ++this.counter });
  }

  async lock(tx: Transaction, documentId: string): Promise<SectionContent> {
    await lockDocument(tx, documentId);
    return this.decoder.read(updatesOf(await readStored(tx, documentId)));
  }

  async append(tx: Transaction, documentId: string, change: DocumentChange, actor: Actor): Promise<SectionContent> {
    await lockDocument(tx, documentId);
    const stored = await readStored(tx, documentId);
    if (stored.frozen) throw new DocumentFrozenError(documentId);
    const clientId = await serverClientId(tx, documentId, actor);
    const outcome = await this.decoder.change(updatesOf(stored), clientId, change);
    if (!outcome.ok) throw refusal(outcome.problem);
    if (!outcome.changed) return outcome.content;
    if (takesIn(change) && updatesOf(stored).reduce((sum, { length }) => sum + length, outcome.update.length) > this.maxDocumentBytes) throw new DocumentFullError(documentId);
    if (change.kind === 'restore') {
      const { state } = await this.decoder.merge(updatesOf(stored));
      await keepState(tx, documentId, { ...change.replaced, reason: null, actor, restoredId: change.versionId, state });
    }
    await this.store(tx, documentId, outcome.update, actor);
    // Words that come back keep the authors they had.
    if (change.kind === 'restore') await recordRestoring(tx, this.decoder, { documentId, update: outcome.update, state: (await readVersion(tx, change.versionId)).state, actor });
    return outcome.content;
  }

  async hold(tx: Transaction, documentId: string): Promise<SectionContent> {
    await lockDocument(tx, documentId, holdWaitMs);
    // FOR UPDATE, not only an update: it waits for appends that are on their way, and makes later ones look again.
    await tx.$executeRaw`SELECT FROM engine.document WHERE id = ${documentId}::uuid FOR UPDATE`;
    return this.decoder.read(updatesOf(await readStored(tx, documentId)));
  }

  async freeze(tx: Transaction, documentId: string): Promise<void> {
    await this.hold(tx, documentId);
    await tx.$executeRaw`UPDATE engine.document SET frozen_at = now() WHERE id = ${documentId}::uuid AND frozen_at IS NULL`;
    await this.wake(tx, documentId);
  }

  private async store(tx: Transaction, documentId: string, update: Uint8Array, actor: Actor): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO engine.document_update (document_id, node, counter, person_id, guest_id, organisation_id, payload)
      VALUES (${documentId}::uuid, ${this.node}::uuid, ${++this.counter}::bigint, ${actor.personId}::uuid, ${actor.guestId}::uuid, ${actor.organisationId}::uuid, ${Buffer.from(update)})`;
    await tx.$executeRaw`UPDATE engine.document SET byte_size = byte_size + ${update.length}::bigint WHERE id = ${documentId}::uuid`;
    await this.wake(tx, documentId);
  }

  private async wake(tx: Transaction, documentId: string): Promise<void> {
    const wakeUp: WakeUp = { kind: 'document', documentId };
    await tx.$executeRaw`SELECT pg_notify(${WAKE_UP_CHANNEL}, ${JSON.stringify(wakeUp)})`;
  }
}

/** Whether a change adds to the text. A text that is full must still become shorter, and be adopted. */
const takesIn = ({ kind }: DocumentChange): boolean => kind !== 'removeBlock' && kind !== 'removeBlocks' && kind !== 'setFieldsOfBlocks';

function refusal(problem: DocumentProblem): Error {
  if (problem.code === 'BLOCK_NOT_FOUND') return new BlockNotFoundError(String(problem.params['blockId'] ?? ''));
  return new DocumentChangeRefused(problem);
}

