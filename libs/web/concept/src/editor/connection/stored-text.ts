import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '@konzeptwerkstatt/document-model';
import { collaborationAddress } from './document-session.js';

/** Longest wait for the server, in milliseconds. */
const patience = 15_000;

/** What the server has of a text, in a document of its own; null when it does not answer in time. Whoever gets the document destroys it. */
export function loadStoredText(documentId: string): Promise<Y.Doc | null> {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(collaborationAddress(), documentId, doc, { disableBc: true, params: { schema: String(SCHEMA_VERSION) } });
  // Nobody is here a second time.
  provider.awareness.setLocalState(null);
  return new Promise((resolve) => {
    const end = (isLoaded: boolean): void => {
      clearTimeout(timer);
      provider.destroy();
      if (!isLoaded) doc.destroy();
      resolve(isLoaded ? doc : null);
    };
    const timer = setTimeout(() => end(false), patience);
    provider.on('sync', (isSynced) => { if (isSynced) end(true); });
  });
}
