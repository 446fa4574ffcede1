import { useQuery } from '@apollo/client/react';
import type { MeasureTableHeadQuery } from '@konzeptwerkstatt/web-data';
import { MeasureTableHeadDocument } from '@konzeptwerkstatt/web-data';
import { useShellSession } from '@konzeptwerkstatt/web-shell';
import { Badge, Button, DataTable, EmptyState, LinkButton, Loading, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import { QueryFailure } from '../data/query-failure.js';
import { useOrganisations } from '../data/use-options.js';
import { EditionFrame } from '../edition/edition-frame.js';
import { DownloadButton } from '../exports/download-button.js';
import { listImportPath, tableImportPath } from '../places.js';
import { AddMeasureDialog } from './add-measure-dialog.js';
import { CellEditor } from './cell-editor.js';
import type { EditedCell } from './editable-column.js';
import { measureColumns, orderOf, sortOf } from './measure-columns.js';
import { groupMeasures } from './measure-groups.js';
import type { FieldSurroundings } from './single-fields.js';
import { TableFilters } from './table-filters.js';
import { filterCount, initialTableState } from './table-state.js';
import { useLiveTable } from './use-live-table.js';
import { useMeasureRows } from './use-measure-rows.js';
import { useTableState } from './use-table-state.js';
import './table.css';

type Edition = NonNullable<MeasureTableHeadQuery['edition']>;

function Downloads({ edition }: { edition: Edition }) {
  const t = useText();
  if (useShellSession().status === 'signed-in') {
    const sections = edition.sections.edges.map(({ node: { id, title } }) => ({ id, label: title }));
    return (
      <>
        <DownloadButton editionId={edition.id} sections={sections} initialForm="XLSX" />
        <LinkButton size="small" icon="download" href={edition.measureTableMachineCsv} download="">{t('concept.table.csv-machine')}</LinkButton>
        {edition.frozenAt || !edition.sections.edges.some(({ node }) => node.mayWrite) ? null : <><LinkButton size="small" href={tableImportPath(edition.uuid)}>{t('concept.import.title')}</LinkButton><LinkButton size="small" href={listImportPath(edition.uuid)}>{t('concept.list.title')}</LinkButton></>}
      </>
    );
  }
  return (
    <>
      <LinkButton size="small" icon="download" href={edition.measureTableGermanCsv} download="">{t('concept.table.csv-german')}</LinkButton>
      <LinkButton size="small" icon="download" href={edition.measureTableMachineCsv} download="">{t('concept.table.csv-machine')}</LinkButton>
    </>
  );
}

/** What the cells need of the surroundings, with everybody who is in charge of something among the choices. */
function useSurroundings(): FieldSurroundings {
  const t = useText();
  const language = useLanguage();
  const organisations = useOrganisations();
  return useMemo(() => ({
    t,
    organisations: organisations.map(({ id, name }) => ({ id, label: name })),
    money: (amount: string) => language.money(amount, 'EUR'),
    number: (value: string) => language.number(value, value.includes('.') ? 2 : 0),
  }), [t, language, organisations]);
}

/** The position of the newest event when the page was opened; it must not move, or listening would begin anew. */
function useStartPosition(edition: Edition): string | null {
  const start = useRef<string | null | undefined>(undefined);
  if (start.current === undefined) start.current = edition.activity?.edges[0]?.node.position ?? null;
  return start.current;
}

function Table({ edition }: { edition: Edition }) {
  const t = useText();
  const { compare } = useLanguage();
  const isSignedIn = useShellSession().status === 'signed-in';
  const surroundings = useSurroundings();
  const { state, change } = useTableState();
  const { rows, totalCount, isLoaded, isBusy, error, reload, fetchNext } = useMeasureRows(edition.uuid, state);
  const loadedIds = useMemo(() => new Set(rows.map(({ id }) => id)), [rows]);
  const { changed, onOwnChange } = useLiveTable({ editionId: isSignedIn ? edition.id : undefined, after: useStartPosition(edition), loadedIds, reload });
  const [cell, setCell] = useState<EditedCell | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const isFiltered = filterCount(state) > 0;
  const allSections = edition.sections.edges.map(({ node }) => node);
  const fields = allSections.filter(({ kind }) => kind === 'FIELD_OF_ACTION');
  // Measures belong into fields of action; a concept without any may hold them elsewhere.
  const sections = fields.length > 0 ? fields : allSections;
  const writable = sections.filter(({ mayWrite }) => mayWrite && !edition.frozenAt).map(({ id, title }) => ({ id, label: title }));
  const edited = cell && rows.find(({ id }) => id === cell.measureId);
  const groups = groupMeasures(rows, state.grouping, compare).map(({ id, title, rows: members }) => ({
    id,
    rows: members,
    title: title === null ? undefined : <span className="kw-cluster"><bdi>{title || t('concept.gap.MEASURE_WITHOUT_LEAD')}</bdi> <Badge count={members.length} label={t('concept.section.measures', { count: members.length })} /></span>,
  }));
  const columns = measureColumns({ surroundings, editionUuid: edition.uuid, isGroupedBySection: state.grouping === 'section', changed, onEdit: setCell });
  const empty = isFiltered
    ? <EmptyState title={t('concept.table.no-match')} icon="search" action={<Button onPress={() => change(initialTableState)}>{t('concept.filter.reset')}</Button>} />
    : <EmptyState title={t('concept.table.empty')} icon="measure">{t('concept.table.empty-text')}</EmptyState>;
  return (
    <div className="kw-measure-table">
      <TableFilters state={state} onChange={change} sections={sections.map(({ id, title }) => ({ id, label: title }))} organisations={surroundings.organisations} />
      <div className="kw-table-bar">
        <p role="status" className="kw-muted">{isLoaded ? t('concept.table.count', { count: totalCount ?? rows.length }) : ''}</p>
        {writable.length > 0 ? <Button size="small" variant="primary" icon="add" onPress={() => setIsAdding(true)}>{t('concept.table.add')}</Button> : null}
      </div>
      {error ? <QueryFailure error={error} onRetry={() => void reload()} /> : null}
      {!isLoaded && !error ? <Loading lines={8} /> : null}
      {isLoaded ? (
        <DataTable caption={t('concept.table.caption', { title: edition.title })} columns={columns} groups={groups} rowId={(row) => row.id} isBusy={isBusy} empty={empty}
          sort={sortOf(state.order)} onSort={(sort) => change({ order: orderOf(sort) })} />
      ) : null}
      {fetchNext ? <div><Button onPress={() => void fetchNext()}>{t('concept.table.more', { count: (totalCount ?? 0) - rows.length })}</Button></div> : null}
      {cell && edited ? <CellEditor key={`${cell.measureId}/${cell.column}`} cell={cell} row={edited} surroundings={surroundings} onClose={() => setCell(null)} onOwnChange={onOwnChange} /> : null}
      {isAdding ? <AddMeasureDialog sections={writable} initialSectionId={state.sectionId} onClose={() => setIsAdding(false)} onAdded={(id) => { onOwnChange(id); void reload(); }} /> : null}
    </div>
  );
}

/** The measures of the whole edition: sort, filter, group, edit in place, download. */
export default function MeasureTablePage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const { status } = useShellSession();
  // Never out of the cache: listening begins at the position that comes with it.
  const { data, error, refetch } = useQuery(MeasureTableHeadDocument, { variables: { uuid: editionId, signedIn: status === 'signed-in' }, skip: status === 'loading', fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  return (
    <EditionFrame edition={data?.edition} error={error} onRetry={() => void refetch()} view={t('concept.view.measures')} actions={(edition) => <Downloads edition={edition} />}>
      {(edition) => <Table key={edition.id} edition={edition} />}
    </EditionFrame>
  );
}
