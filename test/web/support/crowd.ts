import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import type { GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

const MESSAGE_AWARENESS = 1;

/** One of many: a socket that says where its cursor is and reads nothing. */
class Onlooker {
  private readonly client = randomInt(1, 2 ** 31);
  private clock = 0;

  constructor(private readonly socket: WebSocket) {}

  show(cursor: unknown): void {
    const update = createEncoder();
    writeVarUint(update, 1);
    writeVarUint(update, this.client);
    writeVarUint(update, ++this.clock);
    writeVarString(update, JSON.stringify({ cursor }));
    const message = createEncoder();
    writeVarUint(message, MESSAGE_AWARENESS);
    writeVarUint8Array(message, toUint8Array(update));
    this.socket.send(toUint8Array(message));
  }

  leave(): void {
    this.socket.terminate();
  }
}

/** Many people in one text who move their cursors, each in a paragraph of their own. */
export class Crowd {
  private readonly people: Onlooker[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turn = 0;

  private constructor(private readonly texts: readonly Y.XmlText[]) {}

  /**
   * @param visitors whose sessions they use in turn: one person alone may not send as much as a crowd
   * @param texts where they stand, one person in each
   */
  static async enter(visitors: readonly GraphqlVisitor[], documentId: string, texts: readonly Y.XmlText[]): Promise<Crowd> {
    const crowd = new Crowd(texts);
    for (let begin = 0; begin < texts.length; begin += 25) {
      await Promise.all(texts.slice(begin, begin + 25).map(async (_text, index) => {
        const visitor = visitors[(begin + index) % visitors.length] as GraphqlVisitor;
        const socket = new WebSocket(`${visitor.origin.replace('http', 'ws')}/collab/${documentId}`, visitor.socketOptions());
        socket.on('error', () => undefined);
        // The door holds only so many who wait at it; whoever is let in is spoken to.
        await once(socket, 'message');
        crowd.people.push(new Onlooker(socket));
      }));
    }
    return crowd;
  }

  /** Each moves so many times a second, not all in the same moment. */
  move(perSecond: number): void {
    const steps = 20;
    this.timer = setInterval(() => {
      this.turn += 1;
      this.people.forEach((person, index) => { if (index % steps === this.turn % steps) this.step(person, index); });
    }, 1000 / perSecond / steps);
  }

  leave(): void {
    clearInterval(this.timer);
    for (const person of this.people) person.leave();
  }

  private step(person: Onlooker, index: number): void {
    const text = this.texts[index];
    if (!text) return;
    const place: unknown = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, (this.turn + index) % Math.max(1, text.length), -1));
    person.show({ anchor: place, head: place });
  }
}
