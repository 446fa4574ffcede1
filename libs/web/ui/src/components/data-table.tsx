import type { ReactNode } from 'react';
import { useText } from '../i18n/use-language.js';
import { Icon } from './icon.js';

/** Which column a table is sorted by. */
export interface SortState {
  column: string;
  direction: 'ascending' | 'descending';
}

export interface Column<Row> {
  id: string;
  header: string;
  /** Content of the cell; null leaves it out of the card on a phone. */
  cell: (row: Row) => ReactNode;
  isSortable?: boolean;
  /** The cell that names the row: a row header, and the title of its card on a phone. Exactly one per table. */
  isRowHeader?: boolean;
  /** `end` for numbers. */
  align?: 'start' | 'end';
  /** How much room: `narrow` for numbers and states, `wide` for titles. */
  width?: 'narrow' | 'wide';
  /** Something is done here: on paper there is nothing to press, and the column gives its room to the others. */
  isForActing?: boolean;
}

export interface RowGroup<Row> {
  id: string;
  title?: ReactNode;
  rows: readonly Row[];
}

export interface DataTableProps<Row> {
  /** What the table shows; read as its caption. */
  caption: string;
  isCaptionVisible?: boolean;
  columns: readonly Column<Row>[];
  /** Rows, or groups of rows with a title each. */
  groups: readonly RowGroup<Row>[];
  rowId: (row: Row) => string;
  sort?: SortState | null;
  onSort?: (sort: SortState) => void;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  isBusy?: boolean;
}

const onPaper = ({ isForActing }: { readonly isForActing?: boolean }): string => (isForActing === true ? ' kw-no-print' : '');

function HeaderCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort?: SortState | null; onSort?: (sort: SortState) => void }) {
  const active = sort?.column === column.id ? sort.direction : undefined;
  const className = `kern-table__header kw-cell--${column.align ?? 'start'} kw-cell--${column.width ?? 'auto'}${onPaper(column)}`;
  if (!column.isSortable || !onSort) return <th scope="col" className={className}>{column.header}</th>;
  const next = active === 'ascending' ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={active ?? 'none'}>
      <button type="button" className="kw-sort" onClick={() => onSort({ column: column.id, direction: next })}>
        {column.header}
        <Icon name={active === 'ascending' ? 'arrow-up' : active === 'descending' ? 'arrow-down' : 'sort'} size="small" className={active ? undefined : 'kw-sort__idle'} />
      </button>
      <span className="kw-sort__printed" aria-hidden="true">{column.header}</span>
    </th>
  );
}

function BodyRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }) {
  return (
    <tr className="kern-table__row" role="row">
      {columns.map((column) => {
        const content = column.cell(row);
        const className = `kern-table__cell kw-cell--${column.align ?? 'start'}${content === null ? ' kw-cell--empty' : ''}${onPaper(column)}`;
        const label = <span className="kw-cell__label" aria-hidden="true">{column.header}</span>;
        return column.isRowHeader ? (
          <th key={column.id} scope="row" role="rowheader" className={`${className} kw-cell--title`}>{content}</th>
        ) : (
          <td key={column.id} role="cell" className={className}>{label}<div className="kw-cell__value">{content}</div></td>
        );
      })}
    </tr>
  );
}

/**
 * A real table with sortable headers and row groups; on a phone each row becomes a card with its labels.
 * The ARIA roles repeat the native ones, because `display: block` on a phone takes them away in some browsers.
 */
export function DataTable<Row>({ caption, isCaptionVisible, columns, groups, rowId, sort, onSort, empty, isBusy }: DataTableProps<Row>) {
  const t = useText();
  const isEmpty = groups.every((group) => group.rows.length === 0);
  if (isEmpty && empty) return <div aria-busy={isBusy}>{empty}</div>;
  return (
    <div className="kw-table-frame" role="region" aria-label={caption} tabIndex={0} aria-busy={isBusy}>
      <table className="kern-table kern-table--small kw-table" role="table">
        <caption className={isCaptionVisible ? 'kern-title kern-title--small' : 'kw-visually-hidden'}>
          {caption}
          {sort ? <span className="kw-visually-hidden"> {t('ui.table.sorted', { column: columns.find((column) => column.id === sort.column)?.header ?? '', direction: sort.direction })}</span> : null}
        </caption>
        <thead role="rowgroup">
          <tr role="row">{columns.map((column) => <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />)}</tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id} className="kern-table__body" role="rowgroup">
            {group.title ? (
              <tr role="row" className="kw-row-group">
                <th role="rowheader" scope="rowgroup" colSpan={columns.length}>{group.title}</th>
              </tr>
            ) : null}
            {group.rows.map((row) => <BodyRow key={rowId(row)} row={row} columns={columns} />)}
          </tbody>
        ))}
      </table>
    </div>
  );
}
