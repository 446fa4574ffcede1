import { Button, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { RefObject } from 'react';
import { BlockForm } from './block-form.js';
import { tableRows } from './block-tree.js';
import type { BlockNode, TableCellNode } from './block-tree.js';
import type { BlockDraft } from './draft-store.js';
import { FormattedWords } from './formatted-words.js';
import { useSimpleSection } from './simple-section.context.js';
import { useFocusBack } from './use-focus-back.js';

/** A table with more cells is only shown: so many buttons would be of no use to anybody. */
const mostCells = 120;

interface CellProps {
  readonly cell: TableCellNode;
  readonly place: { readonly row: number; readonly column: number };
  readonly mayEdit: boolean;
  readonly onEdit: (blockId: string) => void;
  /** The paragraph whose form was opened last, and its button. */
  readonly lastOpened: { readonly blockId: string | null; readonly button: RefObject<HTMLButtonElement | null> };
}

function Cell({ cell: { isHeader, blocks }, place, mayEdit, onEdit, lastOpened }: CellProps) {
  const t = useText();
  const { language } = useSimpleSection();
  const words = blocks.map(({ block }) => (
    <div key={block.blockId} className="kw-simple-cell">
      <span lang={language} dir="auto"><FormattedWords content={block.content} /></span>
      {mayEdit ? <Button size="small" variant="tertiary" icon="edit" iconOnly ref={block.blockId === lastOpened.blockId ? lastOpened.button : undefined} onPress={() => onEdit(block.blockId)}>{t('concept.simple.edit-cell', place)}</Button> : null}
    </div>
  ));
  return isHeader ? <th scope="col">{words}</th> : <td>{words}</td>;
}

/** A table: its cells as they are, each with a way to change its words below. */
export function SimpleTable({ node, drafts }: { readonly node: BlockNode; readonly drafts: ReadonlyMap<string, BlockDraft> }) {
  const t = useText();
  const { canWrite } = useSimpleSection();
  const rows = tableRows(node);
  const isLarge = node.children.length > mostCells;
  const [edited, setEdited] = useState<readonly string[]>(node.children.map(({ block }) => block.blockId).filter((id) => drafts.has(id)));
  const [lastOpened, setLastOpened] = useState<string | null>(null);
  const lastButton = useFocusBack(edited.length);
  const edit = (id: string) => {
    setLastOpened(id);
    setEdited((ids) => [...new Set([...ids, id])]);
  };
  const open = node.children.filter(({ block }) => edited.includes(block.blockId));
  return (
    <div className="kw-simple-table">
      <div className="kw-simple-table__frame" role="region" aria-label={t('concept.toolbar.table')} tabIndex={0}>
        <table>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row}>
                {cells.map((cell) => (
                  <Cell key={cell.column} cell={cell} place={{ row: row + 1, column: cell.column + 1 }} mayEdit={canWrite && !isLarge} onEdit={edit} lastOpened={{ blockId: lastOpened, button: lastButton }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {canWrite && isLarge ? <p className="kw-muted">{t('concept.simple.large-table')}</p> : null}
      {open.map(({ block }) => <BlockForm key={block.blockId} block={block} onClose={() => setEdited((ids) => ids.filter((id) => id !== block.blockId))} />)}
    </div>
  );
}
