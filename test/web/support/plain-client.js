/** A page's whole program for a journey: a provider as its documentation shows it, and how to write and read from outside. */
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const doc = new Y.Doc();
const body = doc.getXmlFragment('body');
const documentId = new URLSearchParams(globalThis.location.search).get('document') ?? '';
const provider = new WebsocketProvider(`${globalThis.location.origin.replace('http', 'ws')}/collab`, documentId, doc);

Object.assign(globalThis, {
  provider,
  write(text) {
    const block = new Y.XmlElement('block');
    block.setAttribute('id', crypto.randomUUID());
    block.setAttribute('kind', 'paragraph');
    block.insert(0, [new Y.XmlText(text)]);
    body.insert(body.length, [block]);
  },
  read: () => body.toString().replace(/<[^>]*>/g, ''),
  people: () => provider.awareness.getStates().size,
});
