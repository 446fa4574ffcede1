import { appendBlocks } from '@konzeptwerkstatt/document-model';
import * as Y from 'yjs';
import type { Hand } from '../collab/clients/typist.js';

const words = 'wir wollen dass alle mitreden können ';

/** Somebody's typing in a paragraph of her own at the end of a section. What others write meanwhile is nothing to it. */
export class OwnParagraph implements Hand {
  clock = 0;
  private readonly doc = new Y.Doc();
  private readonly updates: Uint8Array[] = [];
  private text: Y.XmlText | null = null;

  /** @param section the section's text as it is when she comes */
  constructor(clientId: number, section: Uint8Array) {
    this.doc.clientID = clientId;
    Y.applyUpdate(this.doc, section);
    this.doc.on('update', (update: Uint8Array) => this.updates.push(update));
  }

  next(): Uint8Array {
    if (this.text === null) this.text = this.begin();
    else this.text.insert(this.text.length, words[this.text.length % words.length] as string);
    this.clock = Y.getState(this.doc.store, this.doc.clientID);
    return this.updates.pop() as Uint8Array;
  }

  private begin(): Y.XmlText {
    appendBlocks(this.doc, [{ type: 'paragraph', text: 'w' }]);
    const paragraph = this.doc.getXmlFragment('body').toArray().at(-1) as Y.XmlElement;
    return paragraph.get(0) as Y.XmlText;
  }
}
