/** Tabs of one browser share the session's cookie: what one of them changes, all must know. */
const name = 'konzeptwerkstatt-session';

/** Tells the other tabs that somebody signed in or out here, or acts for another organisation. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage('changed');
  channel.close();
}

/** Listens for changes in other tabs. Returns how to stop. */
export function listenToOtherTabs(onChange: () => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = onChange;
  return () => channel.close();
}
