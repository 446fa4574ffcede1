import { Extension } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import type { Node as ProseMirrorNode, Schema } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { goToNextCell, isInTable, tableEditing } from '@tiptap/pm/tables';
import { newBlockId } from '@konzeptwerkstatt/document-model';
import { nodeType } from './schema-types.js';

function row(schema: Schema, cellName: 'tableCell' | 'tableHeader', columns: number): ProseMirrorNode {
  const cell = () => nodeType(schema, cellName).create(null, nodeType(schema, 'block').create({ id: newBlockId() }));
  return nodeType(schema, 'tableRow').create(null, Fragment.from(Array.from({ length: columns }, cell)));
}

/** Inserts a table with a header row after the current block, the cursor in its first cell. */
export function insertTable(rows = 3, columns = 3): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false;
    const { $to } = state.selection;
    const position = $to.depth === 0 ? $to.pos : $to.after(1);
    const body = Array.from({ length: rows - 1 }, () => row(state.schema, 'tableCell', columns));
    const table = nodeType(state.schema, 'table').create({ id: newBlockId() }, Fragment.from([row(state.schema, 'tableHeader', columns), ...body]));
    const tr = state.tr.insert(position, table);
    const end = position + table.nodeSize;
    if (end === tr.doc.content.size) tr.insert(end, nodeType(state.schema, 'block').create({ id: newBlockId() }));
    dispatch?.(tr.setSelection(Selection.near(tr.doc.resolve(position + 3))).scrollIntoView());
    return true;
  };
}

/** Escape leaves a table downwards, because Tab walks through its cells. */
const leaveTable: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  const after = state.selection.$from.after(1);
  const tr = state.tr;
  if (after === tr.doc.content.size) tr.insert(after, nodeType(state.schema, 'block').create({ id: newBlockId() }));
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(after), 1)).scrollIntoView());
  return true;
};

/** Editing of tables: cell selection, Tab between cells, Escape out of the table. */
export const tableExtension = Extension.create({
  name: 'tableBehaviour',
  priority: 200,
  addKeyboardShortcuts() {
    const run = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch, this.editor.view);
    return { Tab: run(goToNextCell(1)), 'Shift-Tab': run(goToNextCell(-1)), Escape: run(leaveTable) };
  },
  addProseMirrorPlugins: () => [tableEditing()],
});
