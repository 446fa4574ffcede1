import { isListItem } from '@konzeptwerkstatt/document-model';
import type { BlockKind } from '@konzeptwerkstatt/document-model';
import { Button, FileButton, Menu, useText } from '@konzeptwerkstatt/web-ui';
import type { IconName, MenuGroup } from '@konzeptwerkstatt/web-ui';
import { toggleMark } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, toggleHeaderRow } from '@tiptap/pm/tables';
import { redo, undo } from '@tiptap/y-tiptap';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';
import { Separator, ToggleButton, Toolbar } from 'react-aria-components';
import { Icon } from '@konzeptwerkstatt/web-ui';
import { changeIndent, setBlockKind } from '../extensions/block.commands.js';
import { insertConceptObject } from '../extensions/concept-object.commands.js';
import { markType } from '../extensions/schema-types.js';
import { insertTable } from '../extensions/table.extension.js';
import { focusText } from './focus-text.js';
import { LinkDialog } from './link-dialog.js';
import { useSectionEditor } from '../section-editor.context.js';
import { useEditorSnapshot, useUndoSteps } from './use-editor-snapshot.js';

const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'];
const TEXT_KINDS: readonly BlockKind[] = ['paragraph', 'heading2', 'heading3', 'heading4', 'quote'];

/** Runs a command on the editor and gives the focus back to the text. */
function runner(editor: Editor): (command: Command) => () => void {
  return (command) => () => {
    command(editor.state, editor.view.dispatch, editor.view);
    focusText(editor.view);
  };
}

function Toggle({ icon, label, isSelected, onPress, shown }: { icon?: IconName; label: string; isSelected: boolean; onPress: () => void; shown?: string }) {
  return (
    <ToggleButton className="kw-tool" aria-label={label} isSelected={isSelected} onChange={onPress}>
      {icon ? <Icon name={icon} size="small" /> : <span aria-hidden="true" className="kw-tool__sign" data-sign={shown} />}
    </ToggleButton>
  );
}

/** Tools of the editor: one tab stop, arrows move inside (WAI-ARIA toolbar). */
export function EditorToolbar({ editor, onPicture, onIndicator }: {
  readonly editor: Editor;
  /** Null where no pictures are put in. */
  readonly onPicture: ((file: File) => void) | null;
  /** Null where there is no indicator to put in. */
  readonly onIndicator: (() => void) | null;
}) {
  const t = useText();
  const snapshot = useEditorSnapshot(editor);
  const steps = useUndoSteps(useSectionEditor().session.undoManager);
  const [isLinking, setIsLinking] = useState(false);
  const run = runner(editor);
  const { schema } = editor;
  const toggleKind = (kind: BlockKind) => run(setBlockKind(snapshot.kind === kind ? 'paragraph' : kind));
  const kinds: MenuGroup[] = [{
    id: 'kinds',
    entries: TEXT_KINDS.map((kind) => ({ id: kind, label: t(`concept.blockKind.${kind}`), isCurrent: snapshot.kind === kind, onAction: run(setBlockKind(kind)) })),
  }];
  const tableSteps: readonly (readonly [string, Command])[] = [
    ['addRow', addRowAfter], ['addColumn', addColumnAfter], ['headerRow', toggleHeaderRow], ['deleteRow', deleteRow], ['deleteColumn', deleteColumn], ['deleteTable', deleteTable],
  ];
  const tables: MenuGroup[] = [{
    id: 'table',
    entries: snapshot.isInTable
      ? tableSteps.map(([id, command]) => ({ id, label: t(`concept.table.${id}`), onAction: run(command) }))
      : [{ id: 'insert', label: t('concept.table.insert'), onAction: run(insertTable()) }],
  }];
  const isList = snapshot.kind !== null && isListItem(snapshot.kind);

  return (
    <>
      <Toolbar className="kw-toolbar" aria-label={t('concept.toolbar.label')}>
        {/* First, because a phone shows only the beginning of the row. */}
        <Button size="small" variant="secondary" icon="goal" onPress={run(insertConceptObject('goal'))}>{t('concept.goal.insert')}</Button>
        <Button size="small" variant="secondary" icon="measure" onPress={run(insertConceptObject('measure'))}>{t('concept.measure.insert')}</Button>
        <Separator orientation="vertical" className="kw-toolbar__line" />
        <Button size="small" variant="tertiary" icon="undo" iconOnly isDisabled={!steps.canUndo} onPress={run((state) => undo(state))}>{t('concept.toolbar.undo')}</Button>
        <Button size="small" variant="tertiary" icon="redo" iconOnly isDisabled={!steps.canRedo} onPress={run((state) => redo(state))}>{t('concept.toolbar.redo')}</Button>
        <Separator orientation="vertical" className="kw-toolbar__line" />
        <Menu label={t('concept.toolbar.kind')} groups={kinds} trigger={<Button size="small" variant="tertiary" icon="chevron-down">{t(`concept.blockKind.${snapshot.kind ?? 'title'}`)}</Button>} />
        <Toggle label={t('concept.toolbar.bold')} shown="F" isSelected={snapshot.isBold} onPress={run(toggleMark(markType(schema, 'bold')))} />
        <Toggle label={t('concept.toolbar.italic')} shown="K" isSelected={snapshot.isItalic} onPress={run(toggleMark(markType(schema, 'italic')))} />
        <Button size="small" variant="tertiary" aria-pressed={snapshot.isLink} onPress={() => setIsLinking(true)}>{t('concept.toolbar.link')}</Button>
        <Toggle label={t('concept.blockKind.bulletItem')} shown="•" isSelected={snapshot.kind === 'bulletItem'} onPress={toggleKind('bulletItem')} />
        <Toggle label={t('concept.blockKind.orderedItem')} shown="1." isSelected={snapshot.kind === 'orderedItem'} onPress={toggleKind('orderedItem')} />
        {isList ? <Button size="small" variant="tertiary" icon="arrow-end" iconOnly onPress={run(changeIndent(1))}>{t('concept.toolbar.indent')}</Button> : null}
        <Menu label={t('concept.toolbar.table')} groups={tables} trigger={<Button size="small" variant="tertiary" icon="chevron-down">{t('concept.toolbar.table')}</Button>} />
        {onPicture === null ? null : <FileButton size="small" variant="tertiary" accept={pictureTypes} onChoose={onPicture}>{t('concept.picture.insert')}</FileButton>}
        {onIndicator === null ? null : <Button size="small" variant="tertiary" icon="chart" onPress={onIndicator}>{t('concept.indicator.insert')}</Button>}
      </Toolbar>
      {isLinking ? <LinkDialog editor={editor} onClose={() => { setIsLinking(false); focusText(editor.view); }} /> : null}
    </>
  );
}
