import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { freshIdsForPaste } from '@konzeptwerkstatt/document-model';
import type { DocumentSession } from '../connection/document-session.js';
import { localOrigin } from '../connection/document-session.js';

/** The server refuses NUL, because the database cannot store it. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '');

/** Pasted goals and measures get ids of their own and bring their fields along. */
export function pasteExtension(session: DocumentSession) {
  const copyFields = (from: string, to: string) => {
    const prefix = `${from}/`;
    const found = [...session.fields.entries()].filter(([key]) => key.startsWith(prefix));
    session.doc.transact(() => found.forEach(([key, value]) => session.fields.set(`${to}/${key.slice(prefix.length)}`, value)), localOrigin);
  };
  return Extension.create({
    name: 'conceptObjectPaste',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          transformPastedText: withoutNul,
          transformPastedHTML: withoutNul,
          transformPasted: (slice, view) => {
            const pasted = freshIdsForPaste(slice, view.state.doc);
            for (const [from, to] of pasted.ids) if (from !== to) copyFields(from, to);
            return pasted.slice;
          },
        },
      }),
    ],
  });
}
