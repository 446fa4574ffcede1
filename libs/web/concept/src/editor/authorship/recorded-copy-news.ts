import type { Awareness } from 'y-protocols/awareness';

/** In one's awareness state: of how many pasted passages the server has been told where they come from. */
const field = 'recordedCopies';

function countIn(awareness: Awareness, clientId: number): number {
  const count: unknown = awareness.getStates().get(clientId)?.[field];
  return typeof count === 'number' ? count : 0;
}

/** Tells everybody in the text, oneself included, that the server now knows where words that were put in here come from. */
export function tellOfRecordedCopy(awareness: Awareness): void {
  awareness.setLocalStateField(field, countIn(awareness, awareness.clientID) + 1);
}

/** Calls back whenever somebody in the text tells so. @returns the function that ends it */
export function onRecordedCopy(awareness: Awareness, callback: () => void): () => void {
  const known = new Map([...awareness.getStates().keys()].map((clientId) => [clientId, countIn(awareness, clientId)]));
  const onChange = ({ added, updated }: { readonly added: readonly number[]; readonly updated: readonly number[] }): void => {
    const fresh = [...added, ...updated].filter((clientId) => countIn(awareness, clientId) > (known.get(clientId) ?? 0));
    for (const clientId of fresh) known.set(clientId, countIn(awareness, clientId));
    if (fresh.length > 0) callback();
  };
  awareness.on('change', onChange);
  return () => awareness.off('change', onChange);
}
