import { actorKey } from '@konzeptwerkstatt/kernel';
import type { DocumentAccess, VisitorAuthentication } from '@konzeptwerkstatt/contracts';
import type { Logger } from '@konzeptwerkstatt/platform-logging';
import { CloseCode } from '../room/close-code.js';
import type { RoomRegistry } from '../room/room-registry.js';
import type { Connection } from './connection.js';

interface AccessWatchParts {
  readonly rooms: Pick<RoomRegistry, 'find'>;
  readonly authentication: VisitorAuthentication;
  readonly access: DocumentAccess;
  readonly logger: Logger;
}

const atOnce = 8;

/** Asks again who may stay, whenever rights or sessions change. */
export class AccessWatch {
  private sweeping: Promise<void> | null = null;

  constructor(private readonly connections: ReadonlySet<Connection>, private readonly parts: AccessWatchParts) {}

  /** @param personId whose rights changed; null: everybody's in the municipality; both null: everybody's @param guestId the one guest whose rights changed, and nobody else's */
  async recheck(personId: string | null, municipalityId: string | null, guestId?: string): Promise<void> {
    const concerned = [...this.connections].filter(({ visitor: { actor } }) =>
      guestId !== undefined ? actor.guestId === guestId : personId !== null ? actor.personId === personId : municipalityId === null || actor.municipalityId === municipalityId);
    const next = concerned.values();
    const failures: unknown[] = [];
    const work = async (): Promise<void> => {
      for (const connection of next) await this.look(connection).catch((error: unknown) => failures.push(error));
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, concerned.length) }, work));
    // Once for all: without the database nobody's rights can be looked up.
    if (failures.length > 0) this.report(failures[0], failures.length);
  }

  /** Everybody's, as it is done again and again: one round is over before the next begins, however slow the database is. */
  sweep(): Promise<void> {
    return (this.sweeping ??= this.recheck(null, null).finally(() => (this.sweeping = null)));
  }

  async recheckOne(connection: Connection): Promise<void> {
    await this.look(connection).catch((error: unknown) => this.report(error, 1));
  }

  private async look(connection: Connection): Promise<void> {
    const { credentials, documentId } = connection.admission;
    const visitor = await this.parts.authentication.authenticate(credentials);
    if (visitor === null || actorKey(visitor.actor) !== connection.ownerKey) return this.revoke(connection, 'signed out');
    const rights = await this.parts.access.rights(documentId, visitor.actor);
    if (rights === null || !rights.canRead) return this.revoke(connection, 'revoked');
    if (connection.canWrite && !rights.canWrite) this.discard(connection);
    connection.canWrite = rights.canWrite;
  }

  /** Asked again in a few seconds; nothing is stored meanwhile without the database either. */
  private report(error: unknown, connections: number): void {
    this.parts.logger.warn({ err: error, connections }, 'rights not looked up');
  }

  private revoke(connection: Connection, reason: string): void {
    connection.canWrite = false;
    this.discard(connection);
    connection.close(CloseCode.forbidden, reason);
  }

  private discard(connection: Connection): void {
    this.parts.rooms.find(connection.admission.documentId)?.discardWaiting(connection);
  }
}
