import { Plugin } from '@tiptap/pm/state';
import type { HeldNews } from '../connection/held-news.js';

/** Letters of an input method (accents, Japanese, the words a phone suggests) are finished before what others write meanwhile is drawn. */
export function composingPlugin(news: HeldNews): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart: () => news.hold(),
        compositionend: () => news.releaseSoon(),
      },
    },
    view: () => ({ destroy: news.release }),
  });
}
