import type { MeasureOrderField, MeasureRowFragment } from '@konzeptwerkstatt/web-data';
import type { Column, SortState } from '@konzeptwerkstatt/web-ui';
import { Icon, StatusTag } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { PartyTag } from '../labels/party-tag.js';
import { statusTone } from '../labels/status-tone.js';
import { valueLabel } from '../labels/value-label.js';
import { sectionPath } from '../places.js';
import type { EditableColumn, EditedCell } from './editable-column.js';
import { cellMark } from './editable-column.js';
import type { FieldSurroundings } from './single-fields.js';
import { singleFields } from './single-fields.js';
import type { TableState } from './table-state.js';

interface ColumnSettings {
  surroundings: FieldSurroundings;
  editionUuid: string;
  isGroupedBySection: boolean;
  /** Rows that somebody else changed a moment ago. */
  changed: ReadonlySet<string>;
  onEdit: (cell: EditedCell) => void;
}

/** Columns that the server can sort by. */
const orderOfColumn: Readonly<Record<string, MeasureOrderField>> = { title: 'TITLE', status: 'STATUS', type: 'TYPE', lead: 'LEAD', period: 'PERIOD', budget: 'BUDGET' };

/** Turns the table's order into the state of its column heads, and back. */
export function sortOf(order: TableState['order']): SortState | null {
  const column = Object.entries(orderOfColumn).find(([, field]) => field === order?.field)?.[0];
  return column && order ? { column, direction: order.isDescending ? 'descending' : 'ascending' } : null;
}

export function orderOf({ column, direction }: SortState): TableState['order'] {
  const field = orderOfColumn[column];
  return field ? { field, isDescending: direction === 'descending' } : null;
}

function cellFactory({ surroundings: { t }, onEdit }: ColumnSettings) {
  return (row: MeasureRowFragment, column: EditableColumn, content: ReactNode): ReactNode => {
    const shown = content ?? <span className="kw-muted">{t('concept.cell.not-set')}</span>;
    if (!row.mayEdit) return shown;
    const field = t(column === 'title' ? 'concept.cell.title' : `concept.measure.${column}`);
    return (
      <button type="button" className="kw-cell-button" {...cellMark(row.id, column)} onClick={() => onEdit({ measureId: row.id, column })}>
        <span className="kw-visually-hidden">{t('concept.cell.edit', { field })} </span>
        <span className="kw-cell-button__value">{shown}</span>
        <Icon name="edit" size="small" className="kw-cell-button__icon" />
      </button>
    );
  };
}

function Title({ row, settings, edit }: { row: MeasureRowFragment; settings: ColumnSettings; edit: ReactNode }) {
  const { surroundings: { t }, editionUuid, changed } = settings;
  return (
    <span className="kw-measure-title" data-changed={changed.has(row.id) ? '' : undefined}>
      <span className="kw-muted kw-measure-title__number">{row.number}</span>
      <bdi><Link className="kern-link" to={sectionPath(editionUuid, row.section.uuid, row.blockId)}>{row.title || t('concept.object.untitled')}</Link></bdi>
      {edit}
    </span>
  );
}

/** A button beside the title, because the title itself is the way to the text. */
function TitleEdit({ row, settings }: { row: MeasureRowFragment; settings: ColumnSettings }) {
  if (!row.mayEdit) return null;
  return (
    <button type="button" className="kw-cell-button kw-cell-button--icon" {...cellMark(row.id, 'title')} onClick={() => settings.onEdit({ measureId: row.id, column: 'title' })}>
      <Icon name="edit" size="small" label={settings.surroundings.t('concept.cell.edit-of', { field: settings.surroundings.t('concept.cell.title'), title: row.title })} />
    </button>
  );
}

const names = (texts: readonly string[]): ReactNode => (texts.length > 0 ? <ul className="kw-cell-list">{texts.map((text) => <li key={text}><bdi>{text}</bdi></li>)}</ul> : null);

/** Who takes part, each with how it stands. */
function partners({ parties }: MeasureRowFragment): ReactNode {
  const shown = parties.flatMap(({ part, state, organisation }) => (part === 'PARTNER' && organisation ? [{ state, organisation }] : []));
  return shown.length > 0 ? <ul className="kw-cell-list">{shown.map(({ state, organisation }) => <li key={organisation.id}><bdi>{organisation.shortName ?? organisation.name}</bdi> <PartyTag state={state} /></li>)}</ul> : null;
}

/** The columns of the measure table. */
export function measureColumns(settings: ColumnSettings): Column<MeasureRowFragment>[] {
  const { surroundings } = settings;
  const { t } = surroundings;
  const cell = cellFactory(settings);
  const columns: (Column<MeasureRowFragment> | null)[] = [
    { id: 'title', header: t('concept.measure.one'), isRowHeader: true, isSortable: true, width: 'wide', cell: (row) => <Title row={row} settings={settings} edit={<TitleEdit row={row} settings={settings} />} /> },
    settings.isGroupedBySection ? null : { id: 'section', header: t('concept.sectionKind.FIELD_OF_ACTION'), cell: (row) => <bdi>{row.section.title}</bdi> },
    { id: 'status', header: t('concept.measure.status'), isSortable: true, cell: (row) => cell(row, 'status', row.status ? <StatusTag tone={statusTone(row.status)}>{valueLabel(t, 'measureStatus', row.status)}</StatusTag> : null) },
    { id: 'type', header: t('concept.measure.type'), isSortable: true, cell: (row) => cell(row, 'type', row.type ? valueLabel(t, 'measureType', row.type) : null) },
    { id: 'lead', header: t('concept.measure.lead'), isSortable: true, cell: (row) => cell(row, 'lead', row.lead ? <><bdi>{row.lead.name}</bdi> {row.parties.filter(({ part }) => part === 'LEAD').map(({ state }) => <PartyTag key="lead" state={state} />)}</> : null) },
    { id: 'partners', header: t('concept.measure.partners'), cell: (row) => cell(row, 'partners', partners(row)) },
    { id: 'period', header: t('concept.measure.period'), isSortable: true, cell: (row) => cell(row, 'period', row.period ? singleFields.period.show(row.period, surroundings) : null) },
    { id: 'targetGroups', header: t('concept.measure.targetGroups'), cell: (row) => cell(row, 'targetGroups', names(row.targetGroups.map((group) => valueLabel(t, 'targetGroup', group)))) },
    { id: 'budget', header: t('concept.cell.budget'), isSortable: true, cell: (row) => (
      <>
        {cell(row, 'budgetAmount', row.budgetAmount ? surroundings.money(row.budgetAmount) : null)}
        {row.fundingSource || row.mayEdit ? cell(row, 'fundingSource', row.fundingSource ? <bdi>{row.fundingSource}</bdi> : <span className="kw-muted">{t('concept.cell.funding-open')}</span>) : null}
      </>
    ) },
    { id: 'gaps', header: t('concept.view.gaps'), cell: (row) => (row.gaps.length > 0 ? <span className="kw-cluster">{row.gaps.map((gap) => <StatusTag key={gap} tone="warning">{t(`concept.gap.${gap}`)}</StatusTag>)}</span> : <span className="kw-muted">{t('concept.gap.none')}</span>) },
  ];
  return columns.filter((column) => column !== null);
}
