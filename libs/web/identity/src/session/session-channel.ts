/** Tabs of one browser share the session's cookie: what one of them changes, all must know. */
const name = 'konzeptwerkstatt-session';

/** `signed-out`: on purpose, so that nothing is left on the device; `changed`: somebody signed in, or acts for another organisation. */
export type SessionNews = 'changed' | 'signed-out';

/** Tells the other tabs what happened to the session here. */
export function tellOtherTabs(news: SessionNews): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(news);
  channel.close();
}

/** Listens for news from other tabs. Returns how to stop. */
export function listenToOtherTabs(onNews: (news: SessionNews) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<SessionNews>) => onNews(data);
  return () => channel.close();
}
