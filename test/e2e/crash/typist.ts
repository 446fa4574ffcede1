import { appendBlocks, insertMeasure, newBlockId } from '@konzeptwerkstatt/document-model';
import type { RoomClient } from '@konzeptwerkstatt/test-support';

interface Sent {
  /** Number of the socket on which it went out, and of the message on it; no message while there was no connection. */
  readonly connection: number;
  readonly message: number;
}

const EVERY_MS = 8;
/** Every so many tokens one is the title of a measure, so that there is something to project. */
const MEASURE_EVERY = 12;

/** Somebody who types words that exist once, and remembers when each went out. */
export class Typist {
  private readonly journal = new Map<string, Sent>();
  private timer: NodeJS.Timeout | undefined;

  constructor(readonly client: RoomClient, private readonly name: string) {}

  start(): void {
    this.timer = setInterval(() => this.type(), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Everything she has typed. */
  get typed(): readonly string[] {
    return [...this.journal.keys()];
  }

  /** What the server has acknowledged on the present socket. */
  get acknowledged(): string[] {
    const { connections, acknowledged } = this.client;
    return [...this.journal].filter(([, { connection, message }]) => connection === connections && message <= acknowledged).map(([token]) => token);
  }

  /** What of the other's words she has before her eyes. */
  seenOf(other: Typist): string[] {
    const { text } = this.client;
    return other.typed.filter((token) => text.includes(token));
  }

  private type(): void {
    const token = `[${this.name}-${String(this.journal.size).padStart(5, '0')}]`;
    const { doc, provider } = this.client;
    if (this.journal.size % MEASURE_EVERY === 0) insertMeasure(doc, { blockId: newBlockId(), title: token });
    else appendBlocks(doc, [{ type: 'paragraph', text: token }]);
    this.journal.set(token, { connection: this.client.connections, message: provider.wsconnected ? this.client.sent : Infinity });
  }
}
