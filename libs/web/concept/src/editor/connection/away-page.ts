import type { InterfaceLanguage, Translate } from '@konzeptwerkstatt/web-ui';
import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect } from 'react';

/** Goes with the copies of texts at sign-out, whose names begin alike. */
const cacheName = 'konzeptwerkstatt/away-page';
/** Where the worker looks for it; nothing is served there. */
const address = '/away-page';
const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'" };

const style = `:root { color-scheme: light dark; font: 1.125rem/1.6 'Fira Sans', system-ui, sans-serif; } body { max-inline-size: 36rem; margin: 4rem auto; padding-inline: 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.2; } a { display: inline-block; padding: 0.625rem 1.25rem; border: 2px solid; border-radius: 0.25rem; color: inherit; }`;
const script = `const look = () => fetch('/health/live').then(({ ok }) => { if (ok) location.reload(); }, () => undefined);
addEventListener('online', look); setInterval(look, 5000);`;

const safe = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function awayPage(t: Translate, { tag, direction }: Pick<InterfaceLanguage, 'tag' | 'direction'>): string {
  const say = (key: string): string => safe(t(`concept.away.${key}`));
  return `<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${say('title')} · Konzeptwerkstatt</title><style>${style}</style></head>
<body><main><h1>${say('title')}</h1><p>${say('text')}</p><p>${say('kept')}</p><p>${say('waiting')}</p><p><a href="">${say('retry')}</a></p></main><script>${script}</script></body></html>`;
}

/** Puts by what is shown when a page is loaded while device or server have no connection: where the words are, instead of the browser's error. */
async function keepAwayPage(page: string): Promise<void> {
  try {
    await (await caches.open(cacheName)).put(address, new Response(page, { status: 503, headers }));
    await navigator.serviceWorker.register('/away-worker.js');
  } catch {
    // A browser that keeps nothing, or has no worker at an address without encryption, shows its own error.
  }
}

/** While a text is open, its reload without a connection is prepared. */
export function useAwayPage(): void {
  const t = useText();
  const { tag, direction } = useLanguage();
  useEffect(() => void keepAwayPage(awayPage(t, { tag, direction })), [t, tag, direction]);
}
