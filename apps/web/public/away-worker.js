/**
 * Shows the page that an open text has put by where the browser would show its own error, see
 * `libs/web/concept/src/editor/connection/away-page.ts`. Keeps nothing, and answers nothing else.
 */
const isPage = ({ mode, method, url }) => mode === 'navigate' && method === 'GET' && !/^\/(graphql|collab|health|files|oidc|assets|k)(\/|$)/.test(new URL(url).pathname);
/** What stands before the server answers so when there is no server behind it. */
const isAway = ({ status }) => status >= 502 && status <= 504;
const shown = () => globalThis.caches.match('/away-page');

async function answer(request) {
  try {
    const response = await fetch(request);
    return (isAway(response) && (await shown())) || response;
  } catch (error) {
    const page = await shown();
    if (page) return page;
    throw error;
  }
}

globalThis.addEventListener('fetch', (event) => {
  if (isPage(event.request)) event.respondWith(answer(event.request));
});
