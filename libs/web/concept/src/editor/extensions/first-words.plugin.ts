import type { Transaction } from '@tiptap/pm/state';
import { AllSelection, Plugin, Selection } from '@tiptap/pm/state';

/**
 * In an empty text there is no place for a cursor, so the selection is "everything". When somebody else writes the first words it
 * would still be everything, and the next key pressed here would replace them: the cursor goes to the beginning instead.
 */
export function firstWordsPlugin(isFromDocument: (tr: Transaction) => boolean): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      const isFirst = before.doc.content.size === 0 && after.doc.content.size > 0;
      if (!isFirst || !(after.selection instanceof AllSelection) || !transactions.some(isFromDocument)) return null;
      return after.tr.setSelection(Selection.atStart(after.doc)).setMeta('addToHistory', false);
    },
  });
}
