import { Extension, InputRule } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { chainCommands, toggleMark } from '@tiptap/pm/commands';
import { leaveTitle } from '@konzeptwerkstatt/document-model';
import type { BlockKind, MarkName } from '@konzeptwerkstatt/document-model';
import { markType, nodeType } from './schema-types.js';
import { changeIndent, leaveEmptyItem, makePlain, setBlockKind, splitBlock } from './block.commands.js';

const kindByPrefix: readonly (readonly [RegExp, BlockKind])[] = [
  [/^#\s$/, 'heading2'], [/^##\s$/, 'heading3'], [/^###\s$/, 'heading4'],
  [/^[-*]\s$/, 'bulletItem'], [/^1[.)]\s$/, 'orderedItem'], [/^>\s$/, 'quote'],
];

/** Keys and typing habits of the text block: headings, lists, quotes, bold and italic. */
export const blockExtension = Extension.create({
  name: 'blockBehaviour',
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view);
    const mark = (name: MarkName) => run((state, dispatch) => toggleMark(markType(state.schema, name))(state, dispatch));
    const lineBreak: Command = (state, dispatch) => {
      if (state.selection.$from.parent.type.name !== 'block') return false;
      dispatch?.(state.tr.replaceSelectionWith(nodeType(state.schema, 'lineBreak').create()).scrollIntoView());
      return true;
    };
    return {
      Enter: run(chainCommands(leaveTitle, leaveEmptyItem, splitBlock)),
      'Shift-Enter': run(lineBreak),
      Backspace: run(makePlain),
      Tab: run(changeIndent(1)),
      'Shift-Tab': run(changeIndent(-1)),
      'Mod-b': mark('bold'),
      'Mod-i': mark('italic'),
      'Mod-Alt-0': run(setBlockKind('paragraph')),
      'Mod-Alt-2': run(setBlockKind('heading2')),
      'Mod-Alt-3': run(setBlockKind('heading3')),
      'Mod-Alt-4': run(setBlockKind('heading4')),
      'Mod-Shift-7': run(setBlockKind('orderedItem')),
      'Mod-Shift-8': run(setBlockKind('bulletItem')),
    };
  },
  addInputRules: () => kindByPrefix.map(([find, kind]) => new InputRule({
    find,
    handler: ({ state, range }) => {
      const { $from } = state.selection;
      if ($from.parent.type.name !== 'block') return null;
      state.tr.delete(range.from, range.to).setNodeAttribute($from.before(), 'kind', kind);
      return undefined;
    },
  })),
});
