import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { RoomSocket, syncMessage } from './room-socket.js';

const SYNC = 0;
const STATE_VECTOR = 0;
const ACKNOWLEDGEMENT = 121;

/** Which words of a writer stand in a text, in its order. */
export function wordsOf(name: string, text: string): string[] {
  return [...text.matchAll(/\[([a-z0-9]+)-\d{6}\]/g)].filter(([, writer]) => writer === name).map(([word]) => word);
}

/**
 * Somebody who types words that exist once, one update each, at the end of her own paragraph, and keeps a journal: what she
 * typed, and how much of it she was told to be saved. She looks at nobody else's words, so that many of her are cheap.
 */
export class Typewriter {
  readonly typed: string[] = [];
  /** So many of her words, from the first on, were acknowledged. */
  saved = 0;
  private readonly doc = new Y.Doc();
  private readonly paragraph = new Y.XmlText();
  private socket: RoomSocket | null = null;
  /** How many words each content message of this socket reaches to. */
  private reach: number[] = [];

  constructor(readonly name: string, private readonly port: number, private readonly documentId: string) {
    const block = new Y.XmlElement('block');
    block.insert(0, [this.paragraph]);
    this.doc.getXmlFragment('body').insert(0, [block]);
    this.doc.on('update', (update: Uint8Array) => this.send(syncMessage(2, update)));
  }

  get isSaved(): boolean {
    return this.socket?.isOpen === true && this.saved === this.typed.length;
  }

  /** Connects, again if need be, until the server is there; sends what it lacks. */
  async connect(ms = 15_000): Promise<void> {
    for (const end = Date.now() + ms; this.socket?.isOpen !== true; ) {
      try {
        await this.open();
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
    }
  }

  type(): void {
    this.typed.push(`[${this.name}-${String(this.typed.length).padStart(6, '0')}]`);
    this.paragraph.insert(this.paragraph.length, this.typed.at(-1)!);
  }

  leave(): void {
    this.socket?.destroy();
    this.doc.destroy();
  }

  private async open(): Promise<void> {
    this.reach = [];
    const socket = new RoomSocket({ port: this.port, documentId: this.documentId, name: this.name, query: '?acks=1', onMessage: (message) => this.socket === socket && this.take(message) });
    this.socket = socket;
    await socket.opened;
    socket.send(syncMessage(0, Y.encodeStateVector(this.doc)));
  }

  private take(message: Buffer): void {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === ACKNOWLEDGEMENT) this.saved = Math.max(this.saved, this.reach[decoding.readVarUint(decoder) - 1]!);
    if (type === SYNC && decoding.readVarUint(decoder) === STATE_VECTOR) this.send(syncMessage(1, Y.encodeStateAsUpdate(this.doc, decoding.readVarUint8Array(decoder))));
  }

  private send(message: Uint8Array): void {
    if (this.socket?.isOpen !== true) return;
    this.reach.push(this.typed.length);
    this.socket.send(message);
  }
}
