import type { Pool } from 'pg';
import { until } from '@konzeptwerkstatt/test-support';
import { Peer } from '../room/peer.js';
import type { RoomServer } from '../room/room-server.js';
import { createDocument, fingerprint, storedDocument, storedUpdates } from '../room/stored-document.js';
import { Typewriter, wordsOf } from '../room/typewriter.js';

const textOf = (doc: { getXmlFragment(name: string): { toString(): string } }): string => doc.getXmlFragment('body').toString();

/** Several people who type in one document, one who reads along, and what must hold of them whenever the server dies. */
export class TypingRoom {
  private timer: NodeJS.Timeout | undefined;

  private constructor(readonly documentId: string, readonly writers: readonly Typewriter[], private readonly reader: Peer, private readonly server: RoomServer, private readonly pool: Pool) {}

  static async open(server: RoomServer, pool: Pool, people: number): Promise<TypingRoom> {
    const documentId = await createDocument(pool);
    const writers = Array.from({ length: people }, (_, index) => new Typewriter(`w${index}`, server.port, documentId));
    const room = new TypingRoom(documentId, writers, new Peer({ port: server.port, documentId, name: 'reader' }), server, pool);
    await room.comeBack();
    return room;
  }

  /** Words a second, of all together. */
  start(perSecond: number): void {
    const since = performance.now();
    let typed = 0;
    this.timer = setInterval(() => {
      // By the clock, because timers come late when much is going on.
      for (const due = ((performance.now() - since) / 1000) * perSecond; typed < due; typed++) this.writers[typed % this.writers.length]!.type();
    }, 4);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  get words(): number {
    return this.writers.reduce((sum, { typed }) => sum + typed.length, 0);
  }

  get acknowledged(): number {
    return this.writers.reduce((sum, { saved }) => sum + saved, 0);
  }

  get seen(): number {
    return this.seenBy(this.reader).reduce((sum, words) => sum + words.length, 0);
  }

  /** Everybody connects; what the server lacks is sent again. */
  async comeBack(): Promise<void> {
    this.reader.cut();
    await Promise.all([this.reader.reconnect(), ...this.writers.map((writer) => writer.connect())]);
  }

  /** Whoever was cut off comes back; the others stay. */
  async comeBackIfCut(): Promise<void> {
    await Promise.all([this.reader.isSynced ? undefined : this.reader.reconnect(), ...this.writers.map((writer) => writer.connect())]);
  }

  /** Everything typed is acknowledged, and seen by the reader. */
  get isSaved(): boolean {
    return this.writers.every(({ isSaved }) => isSaved) && this.seen === this.words;
  }

  /**
   * What is wrong with the database while no server runs that could mend it: words lost although acknowledged or seen, words
   * twice, out of order, or never typed, rows written twice.
   */
  async faults(): Promise<string[]> {
    const stored = this.wordsIn(textOf(await storedDocument(this.pool, this.documentId)));
    const seen = this.seenBy(this.reader);
    const faults = this.writers.flatMap(({ name, typed, saved }, index) => {
      const words = stored[index]!;
      const lost = typed.slice(0, saved).filter((word) => !words.includes(word));
      const unseen = seen[index]!.filter((word) => !words.includes(word));
      return [
        ...(lost.length > 0 ? [`lost although acknowledged: ${lost.length} of ${name}`] : []),
        ...(unseen.length > 0 ? [`lost although seen: ${unseen.length} of ${name}`] : []),
        ...(words.some((word, at) => word !== typed[at]) ? [`twice, out of order or never typed: ${name}`] : []),
      ];
    });
    const rows = (await storedUpdates(this.pool, this.documentId)).map((update) => Buffer.from(update).toString('base64'));
    return new Set(rows).size === rows.length ? faults : [...faults, 'the log has the same row twice'];
  }

  /** What somebody new is not shown by the server although the database has, or should have, it. Before anybody is back. */
  async faultsForNewcomer(): Promise<string[]> {
    const newcomer = await Peer.join({ port: this.server.port, documentId: this.documentId, name: 'newcomer' });
    const shown = this.seenBy(newcomer);
    const stored = this.wordsIn(textOf(await storedDocument(this.pool, this.documentId)));
    newcomer.leave();
    return this.writers.flatMap(({ name, saved }, index) => [
      ...(shown[index]!.length < saved ? [`acknowledged and not shown after the restart: ${saved - shown[index]!.length} of ${name}`] : []),
      ...(shown[index]!.join() === stored[index]!.join() ? [] : [`not shown as stored: ${name}`]),
    ]);
  }

  /** Waits until everything typed is saved and seen. @returns what differs then */
  async faultsInTheEnd(): Promise<string[]> {
    await until(() => this.writers.every(({ isSaved }) => isSaved), 'everything typed is acknowledged', 20_000);
    await until(() => this.seen === this.words, 'everything typed is seen', 20_000);
    const newcomer = await Peer.join({ port: this.server.port, documentId: this.documentId, name: 'newcomer' });
    const prints = new Set([this.reader.doc, newcomer.doc, await storedDocument(this.pool, this.documentId)].map(fingerprint));
    newcomer.leave();
    return [...(await this.faults()), ...(prints.size === 1 ? [] : ['reader, newcomer and database differ'])];
  }

  leave(): void {
    this.stop();
    this.writers.forEach((writer) => writer.leave());
    this.reader.leave();
  }

  private seenBy({ doc }: Peer): string[][] {
    return this.wordsIn(textOf(doc));
  }

  private wordsIn(text: string): string[][] {
    return this.writers.map(({ name }) => wordsOf(name, text));
  }
}
