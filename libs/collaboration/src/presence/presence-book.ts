import type { Actor } from '@konzeptwerkstatt/kernel';
import { WAKE_UP_CHANNEL, type WakeUp } from '@konzeptwerkstatt/contracts/wake-up';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import type { Pool } from 'pg';

interface Presence {
  readonly connectionId: string;
  readonly documentId: string;
  readonly actor: Actor;
}

const throttleMs = 250;

/** Keeps the table of who is in which document: for lists outside the text, never for the rooms themselves. */
export class PresenceBook {
  private readonly present = new Map<string, Presence>();
  private readonly fresh = new Set<string>();
  private readonly left = new Set<string>();
  private readonly documents = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly pool: Pool, private readonly logger: Logger) {}

  join(connectionId: string, documentId: string, actor: Actor): void {
    this.present.set(connectionId, { connectionId, documentId, actor });
    this.fresh.add(connectionId);
    this.schedule(documentId);
  }

  leave(connectionId: string, documentId: string): void {
    this.present.delete(connectionId);
    this.left.add(connectionId);
    this.fresh.delete(connectionId);
    this.schedule(documentId);
  }

  /** Every 20 seconds: whoever is not renewed for a minute counts as gone. */
  renew(): Promise<void> {
    for (const connectionId of this.present.keys()) this.fresh.add(connectionId);
    return (this.writing = this.writing.then(() => this.write([])).catch((error: unknown) => this.report(error)));
  }

  /** Writes what is left to write. */
  async close(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.flush();
    await this.writing;
  }

  private schedule(documentId: string): void {
    this.documents.add(documentId);
    this.timer ??= setTimeout(() => this.flush(), throttleMs).unref();
  }

  private flush(): void {
    this.timer = null;
    const documents = [...this.documents];
    this.documents.clear();
    this.writing = this.writing.then(() => this.write(documents)).catch((error: unknown) => this.report(error));
  }

  private async write(documents: readonly string[]): Promise<void> {
    const left = [...this.left];
    const rows = [...this.fresh].flatMap((connectionId) => this.present.get(connectionId) ?? []);
    if (left.length > 0) await this.pool.query('DELETE FROM engine.presence WHERE connection_id = ANY ($1::uuid[])', [left]);
    left.forEach((connectionId) => this.left.delete(connectionId));
    if (rows.length > 0) await this.insert(rows);
    rows.forEach(({ connectionId }) => this.fresh.delete(connectionId));
    if (documents.length === 0) return;
    const wakeUps = documents.map((documentId): WakeUp => ({ kind: 'presence', documentId }));
    await this.pool.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS w (payload)', [WAKE_UP_CHANNEL, wakeUps.map((wakeUp) => JSON.stringify(wakeUp))]);
  }

  private async insert(rows: readonly Presence[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO engine.presence (connection_id, document_id, person_id, organisation_id)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) ON CONFLICT (connection_id) DO UPDATE SET seen_at = now()`,
      [rows.map(({ connectionId }) => connectionId), rows.map(({ documentId }) => documentId), rows.map(({ actor }) => actor.personId), rows.map(({ actor }) => actor.organisationId)],
    );
  }

  private report(error: unknown): void {
    this.logger.warn({ err: error }, 'presence not written');
  }
}
