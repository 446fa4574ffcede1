import type { MeasureRowFragment } from '@konzeptwerkstatt/web-data';
import { useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { EditedCell } from './editable-column.js';
import { findCell, isMemberColumn } from './editable-column.js';
import { MemberForm } from './member-form.js';
import type { FieldSurroundings } from './single-fields.js';
import { SingleValueForm } from './single-value-form.js';

interface CellEditorProps {
  cell: EditedCell;
  row: MeasureRowFragment;
  surroundings: FieldSurroundings;
  onClose: () => void;
  onOwnChange: (measureId: string) => void;
}

/**
 * The small editor beside a cell. One for the whole table: the cells themselves are plain buttons, so that a table of hundreds
 * of measures stays light. A click beside it does not throw away what was typed; Escape does.
 */
export function CellEditor({ cell, row, surroundings, onClose, onOwnChange }: CellEditorProps) {
  const t = useText();
  const [isDirty, setIsDirty] = useState(false);
  const trigger = useRef<HTMLElement | null>(findCell(cell));
  // The button may have moved to another group meanwhile; the focus goes where the cell is now.
  useEffect(() => () => { requestAnimationFrame(() => findCell(cell)?.focus()); }, [cell]);
  const { column } = cell;
  const label = t('concept.cell.edit-of', { field: t(column === 'title' ? 'concept.cell.title' : `concept.measure.${column}`), title: row.title });
  return (
    <Popover isOpen triggerRef={trigger} placement="bottom start" className="kw-popover kw-cell-editor" onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} shouldCloseOnInteractOutside={() => !isDirty}>
      <Dialog aria-label={label} className="kw-cell-dialog">
        {isMemberColumn(column)
          ? <MemberForm row={row} column={column} surroundings={surroundings} onClose={onClose} onOwnChange={onOwnChange} />
          : <SingleValueForm row={row} column={column} surroundings={surroundings} onClose={onClose} onDirty={setIsDirty} onOwnChange={onOwnChange} />}
      </Dialog>
    </Popover>
  );
}
